package org.vigie.detection.time;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ReadableConfig;

/**
 * How far time follows a partition, and how long one may be silent; all above zero.
 *
 * @param disorder D: time follows the newest record at this distance
 * @param fetchAllowance how long a record may take from the log to a reader that is at its end
 * @param idleAfter after how much silence a partition that is behind is idle
 * @param unusedIdleAfter after how much silence a partition that holds nothing to read is idle
 */
public record SilenceBounds(
    Duration disorder, Duration fetchAllowance, Duration idleAfter, Duration unusedIdleAfter)
    implements Serializable {
  public SilenceBounds {
    above("disorder", disorder);
    above("fetch-allowance", fetchAllowance);
    above("idle-after", idleAfter);
    above("unused-idle-after", unusedIdleAfter);
  }

  /** As configured. */
  public static SilenceBounds from(ReadableConfig config) {
    return new SilenceBounds(
        config.get(TimeOptions.DISORDER),
        config.get(TimeOptions.FETCH_ALLOWANCE),
        config.get(TimeOptions.IDLE_AFTER),
        config.get(TimeOptions.UNUSED_IDLE_AFTER));
  }

  private static void above(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "vigie.time." + name + " " + value + " is not above zero; use for example 15 s");
    }
  }
}
