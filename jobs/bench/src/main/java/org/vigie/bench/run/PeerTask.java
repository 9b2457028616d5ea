package org.vigie.bench.run;

import java.util.List;

/**
 * What a peer's process is told to do.
 *
 * @param peer its name
 * @param run name of this run, unlike that of any other on the broker
 * @param bootstrapServers of the broker
 * @param topics to read from their start
 * @param driftMs how far, in event time, a partition may be read ahead of the slowest
 * @param events that the topics hold
 * @param parallelism of every operator
 * @param directory for checkpoints and RocksDB; empty and this run's own
 * @param jvmArguments beside those that every peer gets
 * @param stallSeconds without a new record or a quiet end after which the run has failed
 */
public record PeerTask(
    String peer,
    String run,
    String bootstrapServers,
    List<String> topics,
    long driftMs,
    long events,
    int parallelism,
    String directory,
    List<String> jvmArguments,
    int stallSeconds) {
  public PeerTask {
    topics = List.copyOf(topics);
    jvmArguments = List.copyOf(jvmArguments);
  }
}
