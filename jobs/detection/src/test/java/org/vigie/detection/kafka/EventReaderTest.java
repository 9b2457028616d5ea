package org.vigie.detection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.detection.decode.LogRecord;

/** Time may go past a partition that holds nothing, never past one that was not read yet. */
final class EventReaderTest {
  private static final KafkaPartitionSplit UNUSED = split(Topics.REVIEWS);
  private static final KafkaPartitionSplit BACKLOG = split(Topics.MESSAGES);

  private final SlowReader slow = new SlowReader();
  private final Marks marks = new Marks();
  private EventReader reader = reader(asked -> Set.of(UNUSED.splitId()));

  private EventReader reader(EventReader.Question question) {
    return new EventReader(slow, question, Duration.ZERO);
  }

  @AfterEach
  void close() throws Exception {
    reader.close();
    assertThat(slow.closed).isTrue();
  }

  @Test
  void letsTimePassAPartitionThatBeginsAtItsEndAndNoOther() throws Exception {
    reader.addSplits(List.of(UNUSED, BACKLOG));
    awaitAnswer();
    reader.pollNext(marks);

    assertThat(marks.idle).containsExactly(UNUSED.splitId());
    assertThat(slow.splits).containsExactly(UNUSED, BACKLOG);
  }

  @Test
  void leavesAPartitionAloneOfWhichARecordCameMeanwhile() throws Exception {
    CountDownLatch recordCame = new CountDownLatch(1);
    replaceReader(
        asked -> {
          recordCame.await();
          return Set.of(UNUSED.splitId());
        });
    reader.addSplits(List.of(UNUSED));
    slow.next = UNUSED.splitId();
    reader.pollNext(marks);
    recordCame.countDown();
    awaitAnswer();
    reader.pollNext(marks);

    assertThat(marks.idle).isEmpty();
  }

  @Test
  void asksForPartitionsThatAreAddedLater() throws Exception {
    reader.addSplits(List.of(BACKLOG));
    awaitAnswer();
    reader.pollNext(marks);
    assertThat(marks.idle).isEmpty();

    reader.addSplits(List.of(UNUSED));
    awaitAnswer();
    reader.pollNext(marks);

    assertThat(marks.idle).containsExactly(UNUSED.splitId());
  }

  @Test
  void holdsTimeBackWhereTheBrokersDoNotAnswer() throws Exception {
    replaceReader(
        asked -> {
          throw new IllegalStateException("away");
        });
    reader.addSplits(List.of(UNUSED));
    awaitAnswer();
    reader.pollNext(marks);

    assertThat(marks.idle).isEmpty();
  }

  @Test
  void isAsAvailableAsItsReaderOnceTheAnswerIsTaken() throws Exception {
    reader.addSplits(List.of(UNUSED));
    awaitAnswer();
    reader.pollNext(marks);

    assertThat(reader.isAvailable()).isSameAs(slow.record);
  }

  private void replaceReader(EventReader.Question question) throws Exception {
    reader.close();
    slow.closed = false;
    reader = reader(question);
  }

  /** The reader has no record to offer: only the answer can make it available. */
  private void awaitAnswer() throws Exception {
    reader.isAvailable().get(30, TimeUnit.SECONDS);
  }

  private static KafkaPartitionSplit split(String topic) {
    return new KafkaPartitionSplit(
        new TopicPartition(topic, 0), KafkaPartitionSplit.EARLIEST_OFFSET);
  }

  /** A reader that has no record unless it is told to begin with a split. */
  private static final class SlowReader implements SourceReader<LogRecord, KafkaPartitionSplit> {
    final List<KafkaPartitionSplit> splits = new ArrayList<>();
    final CompletableFuture<Void> record = new CompletableFuture<>();
    String next = "";
    boolean closed;

    @Override
    public void start() {
      // Nothing to start.
    }

    @Override
    public InputStatus pollNext(ReaderOutput<LogRecord> output) {
      if (!next.isEmpty()) {
        output.createOutputForSplit(next);
      }
      return InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
      return splits;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return record;
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> added) {
      splits.addAll(added);
    }

    @Override
    public void notifyNoMoreSplits() {
      // The live job goes on for ever.
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
      // Nothing to pause.
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Remembers which splits were marked idle. */
  private static final class Marks implements ReaderOutput<LogRecord> {
    final List<String> idle = new ArrayList<>();

    @Override
    public SourceOutput<LogRecord> createOutputForSplit(String split) {
      return new SplitMarks(split);
    }

    @Override
    public void releaseOutputForSplit(String split) {
      // Nothing is held.
    }

    @Override
    public void collect(LogRecord record) {
      throw new AssertionError("no record was read");
    }

    @Override
    public void collect(LogRecord record, long timeMs) {
      throw new AssertionError("no record was read");
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      throw new AssertionError("time is the splits' matter");
    }

    @Override
    public void markIdle() {
      throw new AssertionError("idleness is the splits' matter");
    }

    @Override
    public void markActive() {
      throw new AssertionError("idleness is the splits' matter");
    }

    private final class SplitMarks implements SourceOutput<LogRecord> {
      private final String split;

      SplitMarks(String split) {
        this.split = split;
      }

      @Override
      public void markIdle() {
        idle.add(split);
      }

      @Override
      public void collect(LogRecord record) {
        throw new AssertionError("no record was read");
      }

      @Override
      public void collect(LogRecord record, long timeMs) {
        throw new AssertionError("no record was read");
      }

      @Override
      public void emitWatermark(Watermark watermark) {
        throw new AssertionError("the generator's matter");
      }

      @Override
      public void markActive() {
        throw new AssertionError("the generator's matter");
      }
    }
  }
}
