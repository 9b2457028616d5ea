package org.vigie.detection.kafka;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.vigie.alert.Alert;
import org.vigie.detection.type.Types;

/**
 * Stands in one chain with the sink of alerts and fails checkpoints that hold some: by then the
 * sink has flushed, since a chain prepares as a whole before any of it is stored.
 */
final class FailingSnapshots implements MapFunction<Alert, Alert>, CheckpointedFunction {
  /** How many checkpoints fail. */
  static final int FAILURES = 2;

  private static final long serialVersionUID = 1L;
  private static final Map<String, AtomicInteger> FAILED = new ConcurrentHashMap<>();

  private final String run;
  private boolean seen;

  private FailingSnapshots(String run) {
    this.run = run;
  }

  /** Puts one beside the sink, and tells the name of its run. */
  static String addTo(DataStream<Alert> alerts) {
    String run = UUID.randomUUID().toString();
    FAILED.put(run, new AtomicInteger());
    alerts
        .map(new FailingSnapshots(run), Types.ALERT)
        .uid("failing-snapshots")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    return run;
  }

  /** How many checkpoints failed in a run. */
  static int failed(String run) {
    return count(run).get();
  }

  @Override
  public Alert map(Alert alert) {
    seen = true;
    return alert;
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    if (seen && count(run).get() < FAILURES) {
      count(run).incrementAndGet();
      throw new IllegalStateException("a planted failure of a checkpoint");
    }
    seen = false;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    // Nothing is kept.
  }

  private static AtomicInteger count(String run) {
    AtomicInteger count = FAILED.get(run);
    if (count == null) {
      throw new IllegalStateException("run " + run + " was started elsewhere");
    }
    return count;
  }
}
