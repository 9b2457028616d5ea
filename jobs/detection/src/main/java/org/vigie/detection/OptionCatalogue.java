package org.vigie.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.detection.audit.AuditOptions;
import org.vigie.detection.decode.DecodeOptions;
import org.vigie.detection.decode.TextOptions;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.legal.LegalOptions;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.GivenOptions;
import org.vigie.detection.option.OptionArea;
import org.vigie.detection.option.OptionPlace;
import org.vigie.detection.option.OptionPrefix;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.detection.retention.RetentionOptions;
import org.vigie.detection.rules.RuleOptions;
import org.vigie.detection.start.StartOptions;
import org.vigie.detection.stop.StopOptions;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.wire.WireOptions;
import org.vigie.rules.diagnostic.Diagnostic;
import org.vigie.rules.diagnostic.DiagnosticCode;

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
          TextOptions.AREA,
          RuleOptions.AREA,
          LegalOptions.AREA,
          RetentionOptions.AREA,
          AuditOptions.AREA,
          StopOptions.AREA,
          WireOptions.AREA);

  /** What is passed on. */
  public static final List<OptionPrefix> PREFIXES = KafkaOptions.PREFIXES;

  private static final Comparator<Diagnostic> BY_LINE =
      Comparator.comparing((Diagnostic problem) -> problem.place().file())
          .thenComparingInt(problem -> problem.place().line());

  private static final Map<String, DeclaredOption<?>> BY_KEY = byKey();

  private OptionCatalogue() {}

  /**
   * Refuses options that can't be: unknown ones and wrong values, all of them at once.
   *
   * @throws OptionsRefusedException if there are any
   */
  public static void require(GivenOptions given) {
    List<Diagnostic> problems = problems(given);
    if (!problems.isEmpty()) {
      throw new OptionsRefusedException(problems);
    }
  }

  /** What is wrong, by line, and by name where there are no lines. */
  public static List<Diagnostic> problems(GivenOptions given) {
    List<Diagnostic> problems = new ArrayList<>();
    new TreeMap<>(given.values())
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX)) {
                problem(key, value, given.place(key)).ifPresent(problems::add);
              }
            });
    if (problems.isEmpty()) {
      TimeOptions.problem(given.toConfiguration())
          .map(
              text ->
                  Diagnostic.of(
                      DiagnosticCode.OPTION_CLASH,
                      given.place(TimeOptions.STALENESS.key()).value(),
                      text))
          .ifPresent(problems::add);
    }
    problems.sort(BY_LINE);
    return problems;
  }

  private static Optional<Diagnostic> problem(String key, String value, OptionPlace place) {
    DeclaredOption<?> known = BY_KEY.get(key);
    if (known != null) {
      return known.problem(value, place.value());
    }
    if (PREFIXES.stream().anyMatch(one -> isPassedOn(key, one.prefix()))) {
      return Optional.empty();
    }
    // A list of all of them would hide the nearest; the remedy says where it stands.
    return Optional.of(
        Diagnostic.unknownName(
                DiagnosticCode.UNKNOWN_OPTION,
                place.name(),
                "there is no option " + key,
                key,
                BY_KEY.keySet())
            .allowing(""));
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
