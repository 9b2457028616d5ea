package org.vigie.detection;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.Progress;

/**
 * What comes out of the topology, for sinks to be put on.
 *
 * @param alerts settled revisions of alerts
 * @param provisional what is said of HIGH and CRITICAL revisions before they are settled, and what
 *     is taken back of it
 * @param progress how far each subtask has settled, after each completed checkpoint
 * @param deadLetters records that were refused
 * @param notes what the audit takes down, before it is chained ({@link DetectionTopology#audit})
 */
public record DetectionStreams(
    DataStream<Alert> alerts,
    DataStream<Alert> provisional,
    DataStream<Progress> progress,
    DataStream<DeadLetter> deadLetters,
    DataStream<AuditEntry> notes) {}
