package org.vigie.detection.decode;

import org.apache.avro.specific.SpecificRecord;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/**
 * Encodes events as they stand on a topic: Avro single-object encoding.
 *
 * <p>One instance belongs to one thread.
 */
public final class EventEncoder {
  private final BinaryCodec<Message> messages = BinaryCodec.of(RecordKind.MESSAGE, Message.class);
  private final BinaryCodec<SessionEvent> sessions =
      BinaryCodec.of(RecordKind.SESSION, SessionEvent.class);
  private final BinaryCodec<Interaction> interactions =
      BinaryCodec.of(RecordKind.INTERACTION, Interaction.class);
  private final BinaryCodec<Review> reviews = BinaryCodec.of(RecordKind.REVIEW, Review.class);

  /**
   * The bytes of an event.
   *
   * @throws IllegalArgumentException for a record that is no event
   */
  public byte[] encode(SpecificRecord event) {
    if (event instanceof Message message) {
      return messages.encode(message);
    }
    if (event instanceof SessionEvent session) {
      return sessions.encode(session);
    }
    if (event instanceof Interaction interaction) {
      return interactions.encode(interaction);
    }
    if (event instanceof Review review) {
      return reviews.encode(review);
    }
    throw new IllegalArgumentException(event.getClass().getSimpleName() + " is no event");
  }

  /** When an event happened as it states, epoch milliseconds. */
  public static long timeMs(SpecificRecord event) {
    return (Long) event.get(event.getSchema().getField("time").pos());
  }
}
