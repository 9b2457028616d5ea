package org.vigie.detection.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.log.LogEvent;

/**
 * Reads splits by Flink's own reader, and lets time go past those that hold nothing to read. A
 * split of which no record came yet may be unused, or only slow to be read: the brokers are asked,
 * once, a while after it was assigned. If it begins at its end it is idle until a record comes; if
 * not, it holds time back, however slow reading is ({@link
 * org.vigie.detection.time.RecordWatermarks} bounds that).
 */
@SuppressWarnings("try") // closes as Flink declares it
final class EventReader implements SourceReader<LogRecord, KafkaPartitionSplit> {
  private static final Logger LOGGER = LoggerFactory.getLogger(EventReader.class);

  private final SourceReader<LogRecord, KafkaPartitionSplit> reader;
  private final Question ends;
  private final Duration wait;
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(EventReader::thread);

  /** Splits without a record so far, by id; belongs to the task's thread. */
  private final Set<String> unread = new HashSet<>();

  /** Questions whose answer was not taken yet; belongs to the task's thread. */
  private int questions;

  /** Splits that begin at their end, an entry a question. */
  private final Queue<Set<String>> answers = new ConcurrentLinkedQueue<>();

  private volatile CompletableFuture<Void> answer = new CompletableFuture<>();
  private @Nullable Outputs outputs;

  /** Which splits, by id, begin at the end of their partition. */
  @FunctionalInterface
  interface Question {
    Set<String> ask(Collection<KafkaPartitionSplit> splits) throws Exception;
  }

  /**
   * A reader.
   *
   * @param wait how long after its assignment a split is asked about
   */
  EventReader(SourceReader<LogRecord, KafkaPartitionSplit> reader, Question ends, Duration wait) {
    this.reader = reader;
    this.ends = ends;
    this.wait = wait;
  }

  /** On a cluster the clients' classes are known to our class loader only. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "vigie-log-ends");
    thread.setDaemon(true);
    thread.setContextClassLoader(EventReader.class.getClassLoader());
    return thread;
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    reader.addSplits(splits);
    splits.forEach(split -> unread.add(split.splitId()));
    questions++;
    List<KafkaPartitionSplit> asked = List.copyOf(splits);
    var unused = asking.schedule(() -> ask(asked), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask(List<KafkaPartitionSplit> splits) {
    Set<String> reached = Set.of();
    try {
      reached = ends.ask(splits);
    } catch (Exception e) {
      LogEvent.LOG_ENDS_UNKNOWN.log(LOGGER, splits.size(), e.getClass().getSimpleName());
    }
    answers.add(reached);
    answer.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<LogRecord> output) throws Exception {
    if (outputs == null || outputs.output != output) {
      outputs = new Outputs(output);
    }
    if (answer.isDone()) {
      answer = new CompletableFuture<>(); // first: an answer from now on completes this one
      for (Set<String> taken = answers.poll(); taken != null; taken = answers.poll()) {
        questions--;
        letPass(taken, output);
      }
    }
    return reader.pollNext(outputs);
  }

  private void letPass(Set<String> splits, ReaderOutput<LogRecord> output) {
    for (String split : splits) {
      if (unread.contains(split)) {
        output.createOutputForSplit(split).markIdle();
      }
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    CompletableFuture<Void> record = reader.isAvailable();
    return questions > 0 && !record.isDone()
        ? CompletableFuture.anyOf(record, answer).thenAccept(any -> {})
        : record;
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    return reader.snapshotState(checkpoint);
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    reader.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    reader.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    asking.shutdownNow();
    reader.close();
  }

  /** Flink's reader asks for a split's output when it has records of it. */
  private final class Outputs implements ReaderOutput<LogRecord> {
    private final ReaderOutput<LogRecord> output;

    Outputs(ReaderOutput<LogRecord> output) {
      this.output = output;
    }

    @Override
    public SourceOutput<LogRecord> createOutputForSplit(String split) {
      unread.remove(split);
      return output.createOutputForSplit(split);
    }

    @Override
    public void releaseOutputForSplit(String split) {
      output.releaseOutputForSplit(split);
    }

    @Override
    public void collect(LogRecord record) {
      output.collect(record);
    }

    @Override
    public void collect(LogRecord record, long timeMs) {
      output.collect(record, timeMs);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      output.emitWatermark(watermark);
    }

    @Override
    public void markIdle() {
      output.markIdle();
    }

    @Override
    public void markActive() {
      output.markActive();
    }
  }
}
