package org.vigie.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.Test;

final class JobCountsTest {
  private final JobCounts counts = JobCounts.start("test");

  @Test
  void addsUpTheSubtasks() {
    counted("decode", "numRecordsIn", 3);
    counted("decode", "numRecordsIn", 4);
    counted("encode", "numRecordsIn", 100);
    counted("decode", "numRecordsOut", 100);

    assertThat(counts.count(JobCounts.Figure.EVENTS)).isEqualTo(7);
  }

  @Test
  void goesOnCountingWhenTheJobRestarts() {
    Counter before = counted("decode", "deadLetters", 5);
    counts.removed(before);
    counted("decode", "deadLetters", 2);

    assertThat(counts.count(JobCounts.Figure.DEAD_LETTERS)).isEqualTo(7);
  }

  @Test
  void knowsHowManyPartitionsAreRead() {
    Gauge<Long> position = () -> 0L;
    counts.added("Source: events", "currentOffset", position);
    counts.added("Source: events", "currentOffset", (Gauge<Long>) () -> 0L);
    assertThat(counts.partitionsRead()).isEqualTo(2);

    counts.removed(position);

    assertThat(counts.partitionsRead()).isEqualTo(1);
  }

  @Test
  void tellsHowOftenItRestarted() {
    assertThat(counts.restarts()).isZero();

    counts.added("", "numRestarts", (Gauge<Long>) () -> 3L);

    assertThat(counts.restarts()).isEqualTo(3);
  }

  private Counter counted(String operator, String name, int count) {
    Counter counter = new SimpleCounter();
    counter.inc(count);
    counts.added(operator, name, counter);
    return counter;
  }
}
