package org.vigie.reference;

import java.util.Optional;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;

/**
 * An accepted event in so far as it concerns one target.
 *
 * @param target a recipient, the target of an interaction, an alert id for a review; empty for a
 *     session event and for what a message is apart from its recipients
 */
record Observation(Instant at, Event event, String target) {
  String actor() {
    return event.actor();
  }

  boolean hasTarget() {
    return !target.isEmpty();
  }

  Optional<Message> message() {
    return event instanceof Message message ? Optional.of(message) : Optional.empty();
  }

  Optional<Interaction> interaction() {
    return event instanceof Interaction interaction ? Optional.of(interaction) : Optional.empty();
  }

  Optional<SessionEvent> session() {
    return event instanceof SessionEvent session ? Optional.of(session) : Optional.empty();
  }
}
