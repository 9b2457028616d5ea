package org.vigie.detection;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.core.order.Input;

/**
 * What comes out of the topology, for sinks to be put on.
 *
 * @param alerts settled revisions of alerts
 * @param deadLetters records that were refused
 * @param provisional what the last stop says on arrival: upserts and tombstones of encoded alerts,
 *     not settled yet
 */
public record DetectionStreams(
    DataStream<Alert> alerts, DataStream<DeadLetter> deadLetters, DataStream<Input> provisional) {}
