package org.vigie.bench.peer;

import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializer;
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

  /** How the keys of its stops are written, which its state is read with; empty without state. */
  Optional<TypeSerializer<?>> keys();

  /** How many of the bytes that a stop packed for a key do not wait to be put in order. */
  default int coreBytes(byte[] packed) {
    return packed.length;
  }
}
