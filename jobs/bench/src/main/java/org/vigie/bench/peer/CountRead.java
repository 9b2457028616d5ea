package org.vigie.bench.peer;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/** Counts what a peer's own source reads, and passes it on; chained, it costs a few nanoseconds. */
final class CountRead<T> extends RichMapFunction<T, T> {
  private static final long serialVersionUID = 1;

  private transient EventMeter.@Nullable Cell read;

  @Override
  public void open(OpenContext context) {
    read = EventMeter.READ.cell();
  }

  @Override
  public T map(T element) {
    if (read == null) {
      throw new IllegalStateException("an element before open");
    }
    read.increment();
    return element;
  }
}
