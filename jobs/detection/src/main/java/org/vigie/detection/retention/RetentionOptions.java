package org.vigie.detection.retention;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options for how long alerts are to be kept; the defaults are starting values, no advice. */
public final class RetentionOptions {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Allowed<Duration> LENGTHS =
      Allowed.durations(Duration.ofHours(1), DAY.multipliedBy(36_500));

  /** Nobody looked. */
  static final ConfigOption<Duration> UNREVIEWED =
      declared("unreviewed", 365, "Alerts that nobody reviewed.");

  /** Looked at. */
  static final ConfigOption<Duration> OPEN =
      declared("open", 365, "Alerts that were reviewed and are still open.");

  /** Confirmed. */
  static final ConfigOption<Duration> CONFIRMED =
      declared("confirmed", 400, "Confirmed alerts, so that a year's duty to preserve is met.");

  /** Dismissed. */
  static final ConfigOption<Duration> DISMISSED = declared("dismissed", 90, "Dismissed alerts.");

  /** Nothing holds. */
  static final ConfigOption<Duration> EXPIRED =
      declared("expired", 90, "Reviewed alerts of which no finding holds any more.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Retention",
          "For how long an alert is to be kept after its last revision, in event time"
              + " (retention.expires). Vigie removes nothing by it: whoever keeps alerts goes by it."
              + " The defaults are starting values, no legal advice.",
          List.of(
              new DeclaredOption<>(UNREVIEWED, LENGTHS, Change.MEANING),
              new DeclaredOption<>(OPEN, LENGTHS, Change.MEANING),
              new DeclaredOption<>(CONFIRMED, LENGTHS, Change.MEANING),
              new DeclaredOption<>(DISMISSED, LENGTHS, Change.MEANING),
              new DeclaredOption<>(EXPIRED, LENGTHS, Change.MEANING)));

  private RetentionOptions() {}

  /** As configured. */
  public static RetentionTimes times(ReadableConfig config) {
    Map<RetentionClass, Duration> times = new EnumMap<>(RetentionClass.class);
    for (RetentionClass kept : RetentionClass.values()) {
      times.put(kept, config.get(optionOf(kept)));
    }
    return new RetentionTimes(times);
  }

  static RetentionTimes defaults() {
    Map<RetentionClass, Duration> times = new EnumMap<>(RetentionClass.class);
    for (RetentionClass kept : RetentionClass.values()) {
      times.put(kept, optionOf(kept).defaultValue());
    }
    return new RetentionTimes(times);
  }

  private static ConfigOption<Duration> optionOf(RetentionClass kept) {
    return switch (kept) {
      case UNREVIEWED -> UNREVIEWED;
      case OPEN -> OPEN;
      case CONFIRMED -> CONFIRMED;
      case DISMISSED -> DISMISSED;
      case EXPIRED -> EXPIRED;
    };
  }

  private static ConfigOption<Duration> declared(String name, int days, String description) {
    return key("vigie.retention." + name)
        .durationType()
        .defaultValue(DAY.multipliedBy(days))
        .withDescription(description);
  }
}
