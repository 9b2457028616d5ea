package org.vigie.bench.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Cuts a run into its phases from samples alone, so that every peer is cut the same way, whatever
 * it does inside. The run begins with the last sample before the first record, is half done with
 * the first sample that has read half of the topic, and has ended when everything is read, all that
 * is counted has left, and the process uses less than {@value #QUIET_CORE_SHARE} of a core for
 * {@value #QUIET_MS} ms; its end is the beginning of that quiet.
 */
final class RunPhases {
  static final double QUIET_CORE_SHARE = 0.15;
  static final long QUIET_MS = 300;

  private static final long QUIET_NANOS = QUIET_MS * 1_000_000;

  private final long events;
  private final Deque<Sample> window = new ArrayDeque<>();
  private Optional<Sample> begin = Optional.empty();
  private Optional<Sample> half = Optional.empty();
  private Optional<Sample> end = Optional.empty();

  RunPhases(long events) {
    this.events = events;
  }

  /** Takes the next sample; samples come in the order of time. */
  void accept(Sample sample) {
    if (sample.read() == 0 || begin.isEmpty()) {
      begin = Optional.of(sample);
    }
    if (half.isEmpty() && sample.read() >= (events + 1) / 2) {
      half = Optional.of(sample);
    }
    if (sample.read() >= events && sample.left() >= events && end.isEmpty()) {
      lookForQuiet(sample);
    }
  }

  /** Holds the samples of the last stretch that is at least as long as the quiet asked for. */
  private void lookForQuiet(Sample sample) {
    window.addLast(sample);
    Sample first = window.removeFirst();
    while (!window.isEmpty() && sample.nanos() - window.getFirst().nanos() >= QUIET_NANOS) {
      first = window.removeFirst();
    }
    window.addFirst(first);
    long wallNanos = sample.nanos() - first.nanos();
    long cpuNanos = sample.cpuNanos() - first.cpuNanos();
    if (wallNanos >= QUIET_NANOS && cpuNanos < QUIET_CORE_SHARE * wallNanos) {
      end = Optional.of(first);
    }
  }

  boolean ended() {
    return end.isPresent();
  }

  /** What the run cost; only after {@link #ended()}. */
  Cost cost() {
    Sample first = begin.orElseThrow();
    Sample middle = half.orElseThrow();
    Sample last = end.orElseThrow();
    return new Cost(between(middle, last), between(first, last));
  }

  private static Phase between(Sample from, Sample to) {
    return new Phase(
        to.read() - from.read(), to.nanos() - from.nanos(), to.cpuNanos() - from.cpuNanos());
  }

  /**
   * Both phases of a run.
   *
   * @param steady from half of the topic read to everything processed
   * @param whole from the first record to everything processed
   */
  record Cost(Phase steady, Phase whole) {}
}
