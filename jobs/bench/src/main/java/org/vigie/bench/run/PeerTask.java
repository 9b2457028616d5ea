package org.vigie.bench.run;

import java.util.List;

/**
 * What a peer's process is told to do.
 *
 * @param peer its name
 * @param run name of this run, unlike that of any other on the broker
 * @param bootstrapServers of the broker
 * @param topic to read from its start
 * @param events that the topic holds
 * @param parallelism of every operator
 * @param directory for checkpoints and RocksDB; empty and this run's own
 * @param jvmArguments beside those that every peer gets
 * @param stallSeconds without a new record or a quiet end after which the run has failed
 */
public record PeerTask(
    String peer,
    String run,
    String bootstrapServers,
    String topic,
    long events,
    int parallelism,
    String directory,
    List<String> jvmArguments,
    int stallSeconds) {
  public PeerTask {
    jvmArguments = List.copyOf(jvmArguments);
  }
}
