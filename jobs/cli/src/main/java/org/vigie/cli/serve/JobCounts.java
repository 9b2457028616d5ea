package org.vigie.cli.serve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;

/**
 * What a job in this process has done so far, from its own metrics. Counters begin anew whenever
 * the job restarts; here they go on.
 */
final class JobCounts {
  private static final Map<String, JobCounts> BY_RUN = new ConcurrentHashMap<>();

  /** One figure of the status line. */
  enum Figure {
    /** Records read from event topics. */
    EVENTS("decode", "numRecordsIn"),
    /** Records refused. */
    DEAD_LETTERS("decode", "deadLetters"),
    /** Settled revisions of alerts. */
    REVISIONS("encode", "numRecordsOut"),
    /**
     * Transactions that the brokers had given up before they were committed: their alerts are lost.
     */
    LOST("alerts: Committer", "failedCommittables");

    private final String operator;
    private final String metric;

    Figure(String operator, String metric) {
      this.operator = operator;
      this.metric = metric;
    }

    private boolean is(String operatorName, String metricName) {
      return operator.equals(operatorName) && metric.equals(metricName);
    }
  }

  private static final class Tally {
    private final List<Counter> live = new ArrayList<>();
    private long before;
  }

  private static final String RESTARTS = "numRestarts";
  private static final String POSITION = "currentOffset";

  private final Map<Figure, Tally> tallies = new ConcurrentHashMap<>();
  private final Set<Metric> positions = Collections.newSetFromMap(new IdentityHashMap<>());
  private Gauge<?> restarts = () -> 0L;

  private JobCounts() {
    for (Figure figure : Figure.values()) {
      tallies.put(figure, new Tally());
    }
  }

  /** Counts of a run that is about to start. */
  static JobCounts start(String run) {
    JobCounts counts = new JobCounts();
    BY_RUN.put(run, counts);
    return counts;
  }

  /** Counts of a run that was started in this process. */
  static JobCounts of(String run) {
    JobCounts counts = BY_RUN.get(run);
    if (counts == null) {
      throw new IllegalStateException("run " + run + " was started in another process");
    }
    return counts;
  }

  static void end(String run) {
    BY_RUN.remove(run);
  }

  synchronized void added(String operator, String name, Metric metric) {
    if (metric instanceof Gauge<?> gauge && RESTARTS.equals(name)) {
      restarts = gauge;
    } else if (POSITION.equals(name)) {
      positions.add(metric);
    } else if (metric instanceof Counter counter) {
      for (Figure figure : Figure.values()) {
        if (figure.is(operator, name)) {
          tally(figure).live.add(counter);
        }
      }
    }
  }

  synchronized void removed(Metric metric) {
    positions.remove(metric);
    if (metric instanceof Counter counter) {
      for (Tally tally : tallies.values()) {
        if (tally.live.remove(counter)) {
          tally.before += counter.getCount();
        }
      }
    }
  }

  /** A figure so far. */
  synchronized long count(Figure figure) {
    Tally tally = tally(figure);
    return tally.before + tally.live.stream().mapToLong(Counter::getCount).sum();
  }

  /** How many partitions are read now: each has its position from when a reader took it on. */
  synchronized int partitionsRead() {
    return positions.size();
  }

  /** How often the job restarted by itself. */
  synchronized long restarts() {
    return restarts.getValue() instanceof Number number ? number.longValue() : 0;
  }

  private Tally tally(Figure figure) {
    Tally tally = tallies.get(figure);
    if (tally == null) {
      throw new IllegalStateException("no tally of " + figure);
    }
    return tally;
  }
}
