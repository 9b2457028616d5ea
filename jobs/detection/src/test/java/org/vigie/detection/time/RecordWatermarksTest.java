package org.vigie.detection.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

final class RecordWatermarksTest {
  private static final long D = 10_000;
  private static final long NOW = 1_700_000_000_000L;

  private final Clocks clocks = new Clocks();
  private final Received received = new Received();
  private final RecordWatermarks<String> watermarks =
      new RecordWatermarks<>(
          new SilenceBounds(
              Duration.ofMillis(D),
              Duration.ofSeconds(15),
              Duration.ofSeconds(60),
              Duration.ofSeconds(5)),
          clocks,
          () -> clocks.wallMs);

  @Test
  void followsTheNewestAppendTimeByTheDisorderBound() {
    read(NOW - 100);
    read(NOW - 900);
    emit();

    assertThat(received.watermarkMs).isEqualTo(NOW - 100 - D - 1);
  }

  @Test
  void followsByAnotherDisorderBoundWhereOneIsConfigured() {
    SilenceBounds narrow =
        new SilenceBounds(
            Duration.ofSeconds(3),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5));
    RecordWatermarks<String> closer = new RecordWatermarks<>(narrow, clocks, () -> clocks.wallMs);

    closer.onEvent("", NOW, received);
    closer.onPeriodicEmit(received);

    assertThat(received.watermarkMs).isEqualTo(NOW - 3_000 - 1);
  }

  @Test
  void saysNothingBeforeTheFirstPeriod() {
    read(NOW);

    assertThat(received.watermarkMs).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void goesOnWithTheClockWhenAPartitionReadToItsEndFallsSilent() {
    read(NOW);
    clocks.pass(100_000);
    emit();

    assertThat(received.watermarkMs).isEqualTo(NOW + 100_000 - D - 15_000);
    assertThat(received.idle).isFalse();
  }

  @Test
  void doesNotOvertakeTheRecordWithinTheFetchAllowance() {
    read(NOW);
    clocks.pass(15_000);
    emit();

    assertThat(received.watermarkMs).isEqualTo(NOW - D);
  }

  @Test
  void countsNoSilenceWhileThePartitionCouldNotBeRead() {
    read(NOW);
    clocks.passBlocked(3_600_000);
    emit();

    assertThat(received.watermarkMs).isEqualTo(NOW - D - 1);
    assertThat(received.idle).isFalse();
  }

  @Test
  void holdsTimeWhenAPartitionThatIsBehindFallsSilent() {
    read(NOW - 15_001);
    clocks.pass(59_999);
    emit();

    assertThat(received.watermarkMs).isEqualTo(NOW - 15_001 - D - 1);
    assertThat(received.idle).isFalse();
  }

  @Test
  void isIdleAfterAMinuteOfSilenceWhenBehind() {
    read(NOW - 15_001);
    clocks.pass(60_000);
    emit();

    assertThat(received.idle).isTrue();
  }

  @Test
  void isNeverIdleWhenReadToItsEnd() {
    read(NOW - 15_000);
    clocks.pass(86_400_000);
    emit();

    assertThat(received.idle).isFalse();
    assertThat(received.watermarkMs).isEqualTo(NOW + 86_400_000 - D - 15_000);
  }

  @Test
  void saysNothingOfAPartitionOfWhichNoRecordWasReadYet() {
    clocks.pass(59_999);
    emit();

    assertThat(received.idle).isFalse();
    assertThat(received.watermarkMs).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void isIdleAfterAMinuteDuringWhichABacklogCouldHaveBeenRead() {
    clocks.passBlocked(3_600_000);
    clocks.pass(59_999);
    emit();
    assertThat(received.idle).isFalse();

    clocks.pass(1);
    emit();

    assertThat(received.idle).isTrue();
    assertThat(received.watermarkMs).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void wakesWithTheNextRecord() {
    clocks.pass(60_000);
    emit();
    read(clocks.wallMs);
    emit();

    assertThat(received.idle).isFalse();
    assertThat(received.watermarkMs).isEqualTo(clocks.wallMs - D - 1);
  }

  @Test
  void neverGoesBack() {
    read(NOW);
    clocks.pass(60_000);
    emit();
    long before = received.watermarkMs;
    read(NOW - 100_000);
    emit();

    assertThat(received.watermarkMs).isEqualTo(before);
  }

  private void read(long appendMs) {
    watermarks.onEvent("", appendMs, received);
  }

  private void emit() {
    watermarks.onPeriodicEmit(received);
  }

  /** A wall clock, and one that stands while the partition can't be read. */
  private static final class Clocks implements RelativeClock {
    private long wallMs = NOW;
    private long activeMs = 77;

    void pass(long ms) {
      wallMs += ms;
      activeMs += ms;
    }

    void passBlocked(long ms) {
      wallMs += ms;
    }

    @Override
    public long relativeTimeMillis() {
      return activeMs;
    }

    @Override
    public long relativeTimeNanos() {
      return activeMs * 1_000_000;
    }
  }

  private static final class Received implements WatermarkOutput {
    private long watermarkMs = Long.MIN_VALUE;
    private boolean idle;

    @Override
    public void emitWatermark(Watermark watermark) {
      watermarkMs = watermark.getTimestamp();
      idle = false;
    }

    @Override
    public void markIdle() {
      idle = true;
    }

    @Override
    public void markActive() {
      idle = false;
    }
  }
}
