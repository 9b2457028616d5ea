package org.vigie.detection.option;

import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * An option with all that is known of it.
 *
 * @param <T> type of its value
 * @param option the option as Flink knows it
 * @param allowed which values it may have
 * @param change what comes of changing it while state is kept
 */
public record DeclaredOption<T>(ConfigOption<T> option, Allowed<T> allowed, Change change) {
  /** Name of the option. */
  public String key() {
    return option.key();
  }

  /**
   * What is wrong with a value, with what is allowed instead.
   *
   * @param written the value as it was written
   */
  public Optional<String> problem(String written) {
    Configuration config = new Configuration();
    config.setString(key(), written);
    try {
      return config
          .getOptional(option)
          .filter(value -> !allowed.test().test(value))
          .map(value -> refused(written));
    } catch (IllegalArgumentException e) {
      return Optional.of(refused(written));
    }
  }

  private String refused(String written) {
    return key() + " " + Secrets.masked(key(), written) + " is not allowed; use " + allowed.words();
  }
}
