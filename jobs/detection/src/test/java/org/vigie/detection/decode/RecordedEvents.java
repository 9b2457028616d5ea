package org.vigie.detection.decode;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.core.event.Event;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.detection.legal.LegalBases;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/** Records of the wire as the engine takes them, recorded when they happen. */
public final class RecordedEvents {
  private RecordedEvents() {}

  /** An event of a file whose lines do not say where they come from. */
  public static RecordedEvent of(SpecificRecord wire) {
    return at(wire, new Position("", 0, 0));
  }

  /** An event at a place of the log, recorded when it happened. */
  public static RecordedEvent at(SpecificRecord wire, Position position) {
    Event event = event(wire);
    return new RecordedEvent(event, event.timeMs(), position);
  }

  /** A value of an event topic as the log recorded it; empty if it is no record of the contract. */
  public static Optional<RecordedEvent> recorded(
      RecordKind kind, byte[] value, long recordedMs, Position position) {
    CoreEvents events = new CoreEvents(LegalBases.UNDECLARED);
    Optional<Event> event =
        switch (kind) {
          case MESSAGE -> decoded(kind, Message.class, value).map(events::message);
          case SESSION -> decoded(kind, SessionEvent.class, value).map(events::session);
          case INTERACTION -> decoded(kind, Interaction.class, value).map(events::interaction);
          case REVIEW -> decoded(kind, Review.class, value).map(events::review);
          case RULE_BUNDLE, ALERT, DEAD_LETTER, PROGRESS, AUDIT_ENTRY -> Optional.empty();
        };
    return event.map(one -> new RecordedEvent(one, recordedMs, position));
  }

  private static <R extends ContractRecord> Optional<R> decoded(
      RecordKind kind, Class<R> recordClass, byte[] value) {
    return BinaryCodec.of(kind, recordClass).decode(value) instanceof Decoded.Accepted<R> accepted
        ? Optional.of(accepted.record())
        : Optional.empty();
  }

  private static Event event(SpecificRecord wire) {
    CoreEvents events = new CoreEvents(LegalBases.UNDECLARED);
    if (wire instanceof Message message) {
      return events.message(message);
    }
    if (wire instanceof SessionEvent session) {
      return events.session(session);
    }
    if (wire instanceof Interaction interaction) {
      return events.interaction(interaction);
    }
    return events.review((Review) wire);
  }
}
