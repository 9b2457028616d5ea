package org.vigie.detection.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.alert.Alert;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.detection.decode.RecordedEvents;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;

/** What stands on a broker's topics by now. */
final class LiveLog {
  private final TestBroker broker;

  LiveLog(TestBroker broker) {
    this.broker = broker;
  }

  /** The events as the log recorded them, without those that are no records of the contract. */
  List<RecordedEvent> recorded() {
    List<RecordedEvent> recorded = new ArrayList<>();
    for (String topic : Topics.EVENTS) {
      for (ConsumerRecord<byte[], byte[]> record : broker.readToEnd(topic)) {
        Position position = new Position(topic, record.partition(), record.offset());
        RecordedEvents.recorded(Topics.kindOf(topic), record.value(), record.timestamp(), position)
            .ifPresent(recorded::add);
      }
    }
    return recorded;
  }

  /** The committed settled revisions as JSON lines, in their order. */
  List<String> alerts() {
    return lines(broker.readToEnd(Topics.ALERTS));
  }

  /** The same as records. */
  List<Alert> revisions() {
    return decoded(broker.readToEnd(Topics.ALERTS));
  }

  /** Settled revisions as JSON lines. */
  static List<String> lines(List<ConsumerRecord<byte[], byte[]>> records) {
    JsonLineWriter writer = new JsonLineWriter();
    List<String> revisions = new ArrayList<>();
    for (Alert alert : decoded(records)) {
      revisions.add(new String(writer.write(alert), StandardCharsets.UTF_8));
    }
    return revisions;
  }

  private static List<Alert> decoded(List<ConsumerRecord<byte[], byte[]>> records) {
    BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
    return records.stream()
        .map(record -> ((Decoded.Accepted<Alert>) codec.decode(record.value())).record())
        .toList();
  }

  /** Without the mark of CreateTime, which the engine alone knows nothing of, and its hash. */
  static Set<String> unmarked(Collection<String> revisions) {
    Set<String> unmarked = new TreeSet<>();
    for (String revision : revisions) {
      unmarked.add(
          revision.replace("\"CREATE_TIME\"", "").replaceAll("\"content_hash\":\"[^\"]*\"", ""));
    }
    return unmarked;
  }
}
