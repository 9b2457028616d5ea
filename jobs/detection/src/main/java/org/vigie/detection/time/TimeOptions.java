package org.vigie.detection.time;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.Durations;
import org.vigie.detection.option.OptionArea;

/** Options of event time (ORDER §3). */
public final class TimeOptions {
  private static final String MEANING =
      "Part of what settled alerts mean, so replay takes it too: the same events under another"
          + " value may give other alerts. Changed with state kept, it holds for what is read from"
          + " then on.";

  /** D. */
  public static final ConfigOption<Duration> DISORDER =
      key("vigie.time.disorder")
          .durationType()
          .defaultValue(Duration.ofMillis(TimeBounds.DEFAULT.disorderMs()))
          .withDescription(
              "D: an event that is recorded at most this long after it happened counts at its own"
                  + " time; one recorded later counts as of this long before its recording, marked"
                  + " on the alert. A settled alert takes this long. "
                  + MEANING
                  + " With a longer one, events can fall behind what their key has already settled:"
                  + " they count right after it (inputsOvertaken).");

  /** F. */
  public static final ConfigOption<Duration> FUTURE =
      key("vigie.time.future")
          .durationType()
          .defaultValue(Duration.ofMillis(TimeBounds.DEFAULT.futureMs()))
          .withDescription(
              "F: an event dated ahead of its recording counts at most this long after it, marked"
                  + " on the alert, so that clocks may differ a little. "
                  + MEANING);

  /** A. */
  public static final ConfigOption<Duration> STALENESS =
      key("vigie.time.staleness")
          .durationType()
          .defaultValue(Duration.ofMillis(TimeBounds.DEFAULT.stalenessMs()))
          .withDescription(
              "A: a message or interaction recorded longer than this after it happened becomes a"
                  + " dead letter STALE, and anything dated further ahead of its recording one"
                  + " FUTURE_TIME. At least vigie.time.disorder and vigie.time.future. "
                  + MEANING);

  /** Whether topics without LogAppendTime are accepted. */
  public static final ConfigOption<Boolean> ALLOW_CREATE_TIME =
      key("vigie.time.allow-create-time")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Accept topics whose records carry the producer's time. Settled alerts then no longer"
                  + " depend on the record alone: for trials only.");

  /** How long a record may be on its way from the log to the reader. */
  public static final ConfigOption<Duration> FETCH_ALLOWANCE =
      key("vigie.time.fetch-allowance")
          .durationType()
          .defaultValue(Duration.ofSeconds(15))
          .withDescription(
              "A partition that is read to its end holds time back no longer than this: a partition"
                  + " that can't be reached for longer while others go on loses order.");

  /** When a silent partition that is behind no longer holds time back. */
  public static final ConfigOption<Duration> IDLE_AFTER =
      key("vigie.time.idle-after")
          .durationType()
          .defaultValue(Duration.ofSeconds(60))
          .withDescription(
              "A partition whose newest record was old when it was read, or that has records none of"
                  + " which was read yet, and that stays silent this long no longer holds time"
                  + " back.");

  /** When a partition without any record no longer holds time back. */
  public static final ConfigOption<Duration> UNUSED_IDLE_AFTER =
      key("vigie.time.unused-idle-after")
          .durationType()
          .defaultValue(Duration.ofSeconds(5))
          .withDescription(
              "So long after a reader is given a partition, the brokers are asked whether one of"
                  + " which no record was read yet has any: without any it no longer holds time"
                  + " back.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Time",
          "At which time an event counts, and how long partitions may be silent. Time is a function"
              + " of the record alone: see the promise in the README.",
          List.of(
              new DeclaredOption<>(
                  DISORDER,
                  Allowed.durations(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                  Change.MEANING),
              new DeclaredOption<>(
                  FUTURE, Allowed.durations(Duration.ZERO, Duration.ofMinutes(1)), Change.MEANING),
              new DeclaredOption<>(
                  STALENESS,
                  Allowed.durations(Duration.ofMinutes(1), Duration.ofDays(7)),
                  Change.MEANING),
              new DeclaredOption<>(ALLOW_CREATE_TIME, Allowed.yesOrNo(), Change.MEANING),
              new DeclaredOption<>(
                  FETCH_ALLOWANCE,
                  Allowed.durations(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                  Change.FREE),
              new DeclaredOption<>(
                  IDLE_AFTER,
                  Allowed.durations(Duration.ofSeconds(1), Duration.ofDays(1)),
                  Change.FREE),
              new DeclaredOption<>(
                  UNUSED_IDLE_AFTER,
                  Allowed.durations(Duration.ofSeconds(1), Duration.ofDays(1)),
                  Change.FREE)));

  private TimeOptions() {}

  /**
   * The bounds as configured.
   *
   * @throws IllegalArgumentException if one makes no sense beside another
   */
  public static TimeBounds bounds(ReadableConfig config) {
    problem(config)
        .ifPresent(
            text -> {
              throw new IllegalArgumentException(text);
            });
    return new TimeBounds(
        config.get(DISORDER).toMillis(),
        config.get(FUTURE).toMillis(),
        config.get(STALENESS).toMillis());
  }

  /** What is wrong with one beside another, each being allowed by itself. */
  public static Optional<String> problem(ReadableConfig config) {
    Duration staleness = config.get(STALENESS);
    for (ConfigOption<Duration> least : List.of(DISORDER, FUTURE)) {
      Duration value = config.get(least);
      if (staleness.compareTo(value) < 0) {
        return Optional.of(
            "%s %s is below %s %s"
                .formatted(
                    STALENESS.key(),
                    Durations.words(staleness),
                    least.key(),
                    Durations.words(value)));
      }
    }
    return Optional.empty();
  }
}
