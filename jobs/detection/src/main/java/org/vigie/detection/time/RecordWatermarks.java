package org.vigie.detection.time;

import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Watermark of one partition, made of when its records were recorded (ORDER §3): the newest append
 * time less D.
 *
 * <p>Silence is measured in time during which the partition could have been read, so that neither
 * back-pressure nor alignment counts as silence. A silent partition that was read to its end goes
 * on with the clock, one that is behind holds time back until it is idle. One without a record so
 * far says nothing: it may have a backlog that reading has not come to. That there is none is for
 * the reader to find out and to say.
 *
 * @param <T> anything: only the timestamp is looked at, which is the append time
 */
public final class RecordWatermarks<T> implements WatermarkGenerator<T> {
  private final long disorderMs;
  private final long fetchAllowanceMs;
  private final long idleAfterMs;
  private final RelativeClock activity;
  private final LongSupplier wallMs;

  private boolean used;
  private long newestAppendMs = Long.MIN_VALUE;
  private boolean atEndWhenRead;
  private long readAtMs;
  private long activityAtReadMs;
  private long emittedMs = Long.MIN_VALUE;

  /**
   * A generator for one partition.
   *
   * @param activity time during which the partition could have been read
   * @param wallMs wall clock, epoch milliseconds
   */
  public RecordWatermarks(SilenceBounds bounds, RelativeClock activity, LongSupplier wallMs) {
    this.disorderMs = bounds.disorder().toMillis();
    this.fetchAllowanceMs = bounds.fetchAllowance().toMillis();
    this.idleAfterMs = bounds.idleAfter().toMillis();
    this.activity = activity;
    this.wallMs = wallMs;
    this.activityAtReadMs = activity.relativeTimeMillis();
  }

  @Override
  public void onEvent(T record, long appendMs, WatermarkOutput output) {
    used = true;
    newestAppendMs = Math.max(newestAppendMs, appendMs);
    readAtMs = wallMs.getAsLong();
    activityAtReadMs = activity.relativeTimeMillis();
    atEndWhenRead = readAtMs - appendMs <= fetchAllowanceMs;
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long silentMs = activity.relativeTimeMillis() - activityAtReadMs;
    if (!used) {
      if (silentMs >= idleAfterMs) {
        output.markIdle();
      }
      return;
    }
    long watermarkMs = newestAppendMs - disorderMs - 1;
    if (atEndWhenRead) {
      long clockMs = readAtMs + silentMs - disorderMs - fetchAllowanceMs;
      watermarkMs = Math.max(watermarkMs, clockMs);
    } else if (silentMs >= idleAfterMs) {
      output.markIdle();
      return;
    }
    emittedMs = Math.max(emittedMs, watermarkMs);
    output.emitWatermark(new Watermark(emittedMs));
  }
}
