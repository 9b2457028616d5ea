package org.vigie.detection.time;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/**
 * Options of event time (ORDER §3). The bounds D, F and A themselves are the engine's: {@link
 * org.vigie.core.route.EffectiveTime}.
 */
public final class TimeOptions {
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
              "A partition whose newest record was old when it was read and that stays silent this"
                  + " long no longer holds time back.");

  /** When a partition without any record no longer holds time back. */
  public static final ConfigOption<Duration> UNUSED_IDLE_AFTER =
      key("vigie.time.unused-idle-after")
          .durationType()
          .defaultValue(Duration.ofSeconds(5))
          .withDescription("A partition that never had a record holds time back this long.");

  private TimeOptions() {}
}
