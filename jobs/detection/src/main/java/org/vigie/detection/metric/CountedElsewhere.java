package org.vigie.detection.metric;

import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;

/** A counter over a figure that something else counts. */
final class CountedElsewhere implements Counter {
  private final LongSupplier count;

  CountedElsewhere(LongSupplier count) {
    this.count = count;
  }

  @Override
  public long getCount() {
    return count.getAsLong();
  }

  @Override
  public void inc() {
    throw refused();
  }

  @Override
  public void inc(long n) {
    throw refused();
  }

  @Override
  public void dec() {
    throw refused();
  }

  @Override
  public void dec(long n) {
    throw refused();
  }

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("the figure is counted elsewhere");
  }
}
