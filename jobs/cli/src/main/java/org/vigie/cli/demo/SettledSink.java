package org.vigie.cli.demo;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.vigie.alert.Alert;

/** Tells the {@link SettledClock} what passes the end of the job, and keeps nothing of it. */
final class SettledSink implements Sink<Alert> {
  private static final long serialVersionUID = 1L;

  private final String run;

  SettledSink(String run) {
    this.run = run;
  }

  @Override
  public SinkWriter<Alert> createWriter(WriterInitContext context) {
    int subtask = context.getTaskInfo().getIndexOfThisSubtask();
    return new Writer(SettledClock.of(run), subtask);
  }

  private record Writer(SettledClock clock, int subtask) implements SinkWriter<Alert> {
    @Override
    public void write(Alert alert, Context context) {
      clock.countRevision();
    }

    @Override
    public void writeWatermark(Watermark watermark) {
      clock.passed(subtask, watermark.getTimestamp());
    }

    @Override
    public void flush(boolean endOfInput) {
      // Nothing is kept.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
