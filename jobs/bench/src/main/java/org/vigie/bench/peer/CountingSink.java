package org.vigie.bench.peer;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Drops what arrives and counts it on {@link EventMeter#LEFT}. */
final class CountingSink<T> implements Sink<T> {
  private static final long serialVersionUID = 1;

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new Writer<>(EventMeter.LEFT.cell());
  }

  private record Writer<T>(EventMeter.Cell left) implements SinkWriter<T> {
    @Override
    public void write(T element, Context context) {
      left.increment();
    }

    @Override
    public void flush(boolean endOfInput) {}

    @Override
    public void close() {}
  }
}
