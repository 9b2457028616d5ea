package org.vigie.detection.replay;

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
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads up to a number of records, says so, and then waits to be stopped.
 *
 * @param <T> what is read
 * @param <S> splits
 * @param <E> state of the enumerator
 */
final class GatedSource<T, S extends SourceSplit, E> implements Source<T, S, E> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, CountDownLatch> REACHED = new ConcurrentHashMap<>();

  private final Source<T, S, E> source;
  private final String name;
  private final int recordsMax;

  GatedSource(Source<T, S, E> source, String name, int recordsMax) {
    this.source = source;
    this.name = name;
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
  public SourceReader<T, S> createReader(SourceReaderContext context) throws Exception {
    return new GatedReader<>(source.createReader(context), name, recordsMax);
  }

  @Override
  public SplitEnumerator<S, E> createEnumerator(SplitEnumeratorContext<S> context)
      throws Exception {
    return source.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<S, E> restoreEnumerator(SplitEnumeratorContext<S> context, E remaining)
      throws Exception {
    return source.restoreEnumerator(context, remaining);
  }

  @Override
  public SimpleVersionedSerializer<S> getSplitSerializer() {
    return source.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<E> getEnumeratorCheckpointSerializer() {
    return source.getEnumeratorCheckpointSerializer();
  }

  private static final class GatedReader<T, S extends SourceSplit> implements SourceReader<T, S> {
    private final SourceReader<T, S> reader;
    private final String name;
    private final CompletableFuture<Void> never = new CompletableFuture<>();
    private int recordsLeft;

    GatedReader(SourceReader<T, S> reader, String name, int recordsMax) {
      this.reader = reader;
      this.name = name;
      this.recordsLeft = recordsMax;
    }

    @Override
    public void start() {
      reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<T> output) throws Exception {
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
    public List<S> snapshotState(long checkpointId) {
      return reader.snapshotState(checkpointId);
    }

    @Override
    public void addSplits(List<S> splits) {
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
