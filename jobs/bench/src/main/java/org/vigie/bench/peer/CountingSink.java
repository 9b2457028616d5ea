package org.vigie.bench.peer;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Drops what arrives and counts it. */
final class CountingSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1;

  private final EventMeter meter;

  CountingSink(EventMeter meter) {
    this.meter = meter;
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(meter.cell());
  }

  private record Writer<T>(EventMeter.Cell cell) implements SinkWriter<T> {
    @Override
    public void write(T element, Context context) {
      cell.increment();
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
