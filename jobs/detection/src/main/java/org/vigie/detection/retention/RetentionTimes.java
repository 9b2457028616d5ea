package org.vigie.detection.retention;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.vigie.alert.Retention;
import org.vigie.core.alert.Alert;

/**
 * For how long an alert is to be kept after its last revision, in event time. Nothing here removes
 * anything: whoever keeps alerts goes by it.
 *
 * @param times one a class
 */
public record RetentionTimes(Map<RetentionClass, Duration> times) implements Serializable {
  /** As the options are by default. */
  public static final RetentionTimes DEFAULT = RetentionOptions.defaults();

  private static final long serialVersionUID = 1L;

  public RetentionTimes {
    times = Map.copyOf(times);
  }

  /** What a revision says of it. */
  public Retention of(Alert alert) {
    RetentionClass kept = RetentionClass.of(alert);
    return Retention.newBuilder()
        .setClass$(kept.name())
        .setExpires(alert.timeMs() + Objects.requireNonNull(times.get(kept)).toMillis())
        .setLegalHold(false)
        .build();
  }
}
