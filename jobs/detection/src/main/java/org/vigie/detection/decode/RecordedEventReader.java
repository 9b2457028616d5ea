package org.vigie.detection.decode;

import java.util.Optional;
import org.vigie.core.event.Event;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.detection.legal.LegalBases;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.RecordKind;

/**
 * Reads what stands on an event topic as the engine takes it, for those who judge a job by what it
 * was given.
 *
 * <p>One instance belongs to one thread.
 */
public final class RecordedEventReader {
  private final CoreEvents events = new CoreEvents(LegalBases.UNDECLARED);
  private final EventCodec<Message> messages =
      new EventCodec<>(RecordKind.MESSAGE, Message.class, events::message, Optional.empty());
  private final EventCodec<SessionEvent> sessions =
      new EventCodec<>(RecordKind.SESSION, SessionEvent.class, events::session, Optional.empty());
  private final EventCodec<Interaction> interactions =
      new EventCodec<>(
          RecordKind.INTERACTION, Interaction.class, events::interaction, Optional.empty());
  private final EventCodec<Review> reviews =
      new EventCodec<>(RecordKind.REVIEW, Review.class, events::review, Optional.empty());

  /** The event of a record; empty if it is none. */
  public Optional<RecordedEvent> read(LogRecord record) {
    EventCodec<?> codec =
        switch (record.kind()) {
          case MESSAGE -> messages;
          case SESSION -> sessions;
          case INTERACTION -> interactions;
          case REVIEW -> reviews;
          case RULE_BUNDLE, ALERT, DEAD_LETTER, PROGRESS, AUDIT_ENTRY ->
              throw new IllegalArgumentException(record.kind() + " is no event");
        };
    if (codec.read(record.payload()) instanceof EventCodec.Read.Accepted accepted) {
      return Optional.of(recorded(accepted.event(), record));
    }
    return Optional.empty();
  }

  private static RecordedEvent recorded(Event event, LogRecord record) {
    Position place =
        new Position(record.topic(), record.partition(), record.offset(), record.trace());
    return new RecordedEvent(event, record.recordedMs(), place);
  }
}
