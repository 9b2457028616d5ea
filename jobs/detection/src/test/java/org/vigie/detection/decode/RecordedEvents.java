package org.vigie.detection.decode;

import org.apache.avro.specific.SpecificRecord;
import org.vigie.core.event.Event;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;

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

  private static Event event(SpecificRecord wire) {
    CoreEvents events = new CoreEvents();
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
