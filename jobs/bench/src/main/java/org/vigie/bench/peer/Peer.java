package org.vigie.bench.peer;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One topology of the comparison. The environment comes configured (parallelism, checkpoints, state
 * backend); a peer adds its source, taken from {@link RecordSource}, and everything after it.
 */
public interface Peer {
  /** Adds the topology. The job runs on after the last record; the bench ends it. */
  void build(StreamExecutionEnvironment environment, RecordSource records);

  /**
   * Whether every record is counted on {@link EventMeter#LEFT} exactly once. If so a run is over
   * only when as many came out as went in.
   */
  boolean countsAtTheEnd();
}
