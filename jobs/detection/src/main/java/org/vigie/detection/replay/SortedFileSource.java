package org.vigie.detection.replay;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReaderBase;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.vigie.detection.decode.LogRecord;

/**
 * Reads sorted files, each as a partition of its own. All inputs of a replay come through this one
 * source, so that none ends early and lets time go (RELIABILITY §1.3).
 */
final class SortedFileSource implements Source<LogRecord, SortedSplit, Collection<SortedSplit>> {
  private static final long serialVersionUID = 1L;

  private final List<SortedFile> files;

  SortedFileSource(List<SortedFile> files) {
    this.files = List.copyOf(files);
  }

  /** Event time of this source: files are in order, so all before a record's time has been seen. */
  static WatermarkStrategy<LogRecord> watermarks() {
    return WatermarkStrategy.forGenerator(context -> new OrderedWatermarks());
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.BOUNDED;
  }

  @Override
  public SourceReader<LogRecord, SortedSplit> createReader(SourceReaderContext context) {
    return new Reader(context);
  }

  @Override
  public SplitEnumerator<SortedSplit, Collection<SortedSplit>> createEnumerator(
      SplitEnumeratorContext<SortedSplit> context) {
    return new IteratorSourceEnumerator<>(
        context, files.stream().map(file -> new SortedSplit(file.path(), 0)).toList());
  }

  @Override
  public SplitEnumerator<SortedSplit, Collection<SortedSplit>> restoreEnumerator(
      SplitEnumeratorContext<SortedSplit> context, Collection<SortedSplit> remaining) {
    return new IteratorSourceEnumerator<>(context, remaining);
  }

  @Override
  public SimpleVersionedSerializer<SortedSplit> getSplitSerializer() {
    return new SortedSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Collection<SortedSplit>> getEnumeratorCheckpointSerializer() {
    return new SortedSplitSerializer().ofAll();
  }

  /** Emits each record with its effective time. */
  private static final class Reader
      extends IteratorSourceReaderBase<SortedRecord, LogRecord, SortedFileReader, SortedSplit> {
    Reader(SourceReaderContext context) {
      super(context);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<LogRecord> output) {
      if (iterator == null) {
        return tryMoveToNextSplit();
      }
      if (!iterator.hasNext()) {
        finishSplit();
        return tryMoveToNextSplit();
      }
      SortedRecord next = iterator.next();
      output.collect(next.record(), next.timeMs());
      return InputStatus.MORE_AVAILABLE;
    }

    @Override
    protected LogRecord convert(SortedRecord value) {
      return value.record();
    }

    @Override
    protected void finishSplit() {
      if (iterator != null) {
        iterator.close();
      }
      super.finishSplit();
    }

    @Override
    public void close() {
      if (iterator != null) {
        iterator.close();
      }
    }
  }

  /** Lets time pass up to the record before, a few records at a time. */
  private static final class OrderedWatermarks implements WatermarkGenerator<LogRecord> {
    private static final int RECORDS_BETWEEN = 64;

    private int records;
    private long emittedMs = Long.MIN_VALUE;

    @Override
    public void onEvent(LogRecord record, long timeMs, WatermarkOutput output) {
      records++;
      if (records >= RECORDS_BETWEEN && timeMs - 1 > emittedMs) {
        records = 0;
        emittedMs = timeMs - 1;
        output.emitWatermark(new Watermark(emittedMs));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Time passes with the records alone, so that a replay does not depend on its speed.
    }
  }
}
