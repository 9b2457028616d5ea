package org.vigie.detection.option;

import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Place;

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
   * @param place where it stands
   */
  public Optional<Diagnostic> problem(String written, Place place) {
    Configuration config = new Configuration();
    config.setString(key(), written);
    try {
      return config
          .getOptional(option)
          .filter(value -> !allowed.test().test(value))
          .map(value -> refused(written, place));
    } catch (IllegalArgumentException e) {
      return Optional.of(refused(written, place));
    }
  }

  private Diagnostic refused(String written, Place place) {
    String what = key() + " " + Secrets.masked(key(), written) + " is not allowed";
    return Diagnostic.unknownName(
            DiagnosticCode.OPTION_NOT_ALLOWED, place, what, written, allowed.names())
        .allowing(allowed.words());
  }
}
