package org.vigie.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.detection.audit.AuditOptions;
import org.vigie.detection.decode.DecodeOptions;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.legal.LegalOptions;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.GivenOptions;
import org.vigie.detection.option.OptionArea;
import org.vigie.detection.option.OptionPrefix;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.detection.retention.RetentionOptions;
import org.vigie.detection.start.StartOptions;
import org.vigie.detection.stop.StopOptions;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.wire.WireOptions;
import org.vigie.schemas.NearestName;

/** Every option {@code vigie.*} there is, and what is wrong with those that were given. */
public final class OptionCatalogue {
  /** How all of them begin. */
  public static final String PREFIX = "vigie.";

  /** The options, by area. */
  public static final List<OptionArea> AREAS =
      List.of(
          KafkaOptions.AREA,
          StartOptions.AREA,
          TimeOptions.AREA,
          DecodeOptions.AREA,
          LegalOptions.AREA,
          RetentionOptions.AREA,
          AuditOptions.AREA,
          StopOptions.AREA,
          WireOptions.AREA);

  /** What is passed on. */
  public static final List<OptionPrefix> PREFIXES = KafkaOptions.PREFIXES;

  private static final Map<String, DeclaredOption<?>> BY_KEY = byKey();

  private OptionCatalogue() {}

  /**
   * Refuses options that can't be: unknown ones and wrong values, all of them at once.
   *
   * @throws OptionsRefusedException if there are any
   */
  public static void require(GivenOptions given) {
    List<String> problems = problems(given);
    if (!problems.isEmpty()) {
      throw new OptionsRefusedException(problems);
    }
  }

  /** What is wrong, each with where it stands and its remedy, by name. */
  public static List<String> problems(GivenOptions given) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(given.values())
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX)) {
                problem(key, value).ifPresent(text -> problems.add(given.place(key) + ": " + text));
              }
            });
    if (problems.isEmpty()) {
      TimeOptions.problem(given.toConfiguration()).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<String> problem(String key, String value) {
    DeclaredOption<?> known = BY_KEY.get(key);
    if (known != null) {
      return known.problem(value);
    }
    if (PREFIXES.stream().anyMatch(one -> isPassedOn(key, one.prefix()))) {
      return Optional.empty();
    }
    String nearest =
        NearestName.of(key, BY_KEY.keySet()).map(name -> "; nearest: " + name).orElse("");
    return Optional.of(
        key + " is no option" + nearest + "; mend or remove it (docs/options.md lists them all)");
  }

  private static boolean isPassedOn(String key, String prefix) {
    return key.startsWith(prefix) && key.length() > prefix.length();
  }

  private static Map<String, DeclaredOption<?>> byKey() {
    Map<String, DeclaredOption<?>> byKey = new TreeMap<>();
    for (OptionArea area : AREAS) {
      for (DeclaredOption<?> option : area.options()) {
        if (byKey.put(option.key(), option) != null) {
          throw new IllegalStateException(option.key() + " is declared twice");
        }
      }
    }
    return byKey;
  }
}
