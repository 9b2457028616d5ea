package org.vigie.bench.stream;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.RecordKind;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.world.WorldListener;

/** Writes what happens in a world to the topics that it belongs to, and counts it. */
final class WorldWriter implements WorldListener {
  private final TopicWriter writer;
  private final EventEncoder encoder = new EventEncoder();
  private final StreamCensus census = new StreamCensus();
  private final Map<String, Integer> accounts = new HashMap<>();

  WorldWriter(TopicWriter writer) {
    this.writer = writer;
  }

  @Override
  public void event(SimulatedEvent event) {
    byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
    byte[] value = encoder.encode(event.record());
    writer.send(topic(event.kind()), event.recordedMs(), key, value);
    count(event.record(), value.length);
  }

  /** No peer may know. */
  @Override
  public void truth(TruthLine line) {}

  StreamFacts facts() {
    return census.facts();
  }

  private void count(ContractRecord record, int bytes) {
    if (record instanceof Message message) {
      int[] recipients = message.getRecipients().stream().mapToInt(this::number).toArray();
      census.message(number(message.getSender()), recipients, bytes);
    } else if (record instanceof SessionEvent session) {
      census.session(number(session.getAccount()), bytes);
    } else if (record instanceof Interaction interaction) {
      census.interaction(number(interaction.getActor()), number(interaction.getTarget()), bytes);
    }
  }

  private int number(String account) {
    return accounts.computeIfAbsent(account, unknown -> accounts.size());
  }

  private static String topic(RecordKind kind) {
    return switch (kind) {
      case MESSAGE -> Topics.MESSAGES;
      case SESSION -> Topics.SESSIONS;
      case INTERACTION -> Topics.INTERACTIONS;
      default -> throw new IllegalArgumentException("a world has no " + kind);
    };
  }
}
