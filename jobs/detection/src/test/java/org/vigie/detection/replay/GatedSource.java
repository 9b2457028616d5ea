package org.vigie.detection.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.vigie.detection.decode.LogRecord;

/** Reads a file up to a number of records, says so, and then waits to be stopped. */
final class GatedSource implements Source<LogRecord, SortedSplit, Collection<SortedSplit>> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, CountDownLatch> REACHED = new ConcurrentHashMap<>();

  private final SortedFileSource source;
  private final String name;
  private final int recordsMax;

  GatedSource(SortedFile file, int recordsMax) {
    this.source = new SortedFileSource(List.of(file));
    this.name = file.path();
    this.recordsMax = recordsMax;
    REACHED.put(name, new CountDownLatch(1));
  }

  /** Waits until so many records were read. */
  void awaitGate() throws InterruptedException {
    latch(name).await();
  }

  private static CountDownLatch latch(String name) {
    return REACHED.computeIfAbsent(name, missing -> new CountDownLatch(1));
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<LogRecord, SortedSplit> createReader(SourceReaderContext context) {
    return new GatedReader(source.createReader(context), name, recordsMax);
  }

  @Override
  public SplitEnumerator<SortedSplit, Collection<SortedSplit>> createEnumerator(
      SplitEnumeratorContext<SortedSplit> context) {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<SortedSplit, Collection<SortedSplit>> restoreEnumerator(
      SplitEnumeratorContext<SortedSplit> context, Collection<SortedSplit> remaining) {
    return source.restoreEnumerator(context, remaining);
  }

  @Override
  public SimpleVersionedSerializer<SortedSplit> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Collection<SortedSplit>> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  private static final class GatedReader implements SourceReader<LogRecord, SortedSplit> {
    private final SourceReader<LogRecord, SortedSplit> reader;
    private final String name;
    private final CompletableFuture<Void> never = new CompletableFuture<>();
    private int recordsLeft;

    GatedReader(SourceReader<LogRecord, SortedSplit> reader, String name, int recordsMax) {
      this.reader = reader;
      this.name = name;
      this.recordsLeft = recordsMax;
    }

    @Override
    public void start() {
      reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<LogRecord> output) throws Exception {
      if (recordsLeft <= 0) {
        latch(name).countDown();
        return InputStatus.NOTHING_AVAILABLE;
      }
      InputStatus status = reader.pollNext(output);
      recordsLeft--;
      return status;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
      return recordsLeft <= 0 ? never : reader.isAvailable();
    }

    @Override
    public List<SortedSplit> snapshotState(long checkpointId) {
      return reader.snapshotState(checkpointId);
    }

    @Override
    public void addSplits(List<SortedSplit> splits) {
      reader.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
      reader.notifyNoMoreSplits();
    }

    @Override
    public void close() throws Exception {
      reader.close();
    }
  }
}
