package org.vigie.bench.run;

/**
 * What a peer's process is told to do.
 *
 * @param peer its name
 * @param bootstrapServers of the broker
 * @param topic to read from its start
 * @param events that the topic holds
 * @param parallelism of every operator
 * @param directory for checkpoints and RocksDB; empty and this run's own
 * @param stallSeconds without a new record or a quiet end after which the run has failed
 */
public record PeerTask(
    String peer,
    String bootstrapServers,
    String topic,
    long events,
    int parallelism,
    String directory,
    int stallSeconds) {}
