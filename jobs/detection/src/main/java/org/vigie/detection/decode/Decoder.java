package org.vigie.detection.decode;

import java.util.List;
import java.util.Optional;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.Event;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.order.Input;
import org.vigie.core.order.Tags;
import org.vigie.core.route.EffectiveTime;
import org.vigie.core.route.Router;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.option.Durations;
import org.vigie.detection.wire.WireFormat;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Refusal;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.WriterSchemas;

/**
 * Decodes, judges and routes one record of the log. Whatever bytes come, it answers with inputs of
 * the stops or with a refusal and does not throw for them: an exception would restart the job at
 * the same record for ever.
 *
 * <p>One instance belongs to one thread.
 */
public final class Decoder {
  private final CoreEvents events;
  private final EventCodec<Message> messages;
  private final EventCodec<SessionEvent> sessions;
  private final EventCodec<Interaction> interactions;
  private final EventCodec<Review> reviews;
  private final Router router;
  private final TimeBounds bounds;

  /** What became of a record. */
  public sealed interface Outcome {
    /**
     * An event that counts.
     *
     * @param time when
     * @param inputs what it tells the stops; empty if no rule needs it
     * @param event the event itself
     */
    record Accepted(EffectiveTime time, List<Input> inputs, Event event) implements Outcome {}

    /** A record that does not count, and why. */
    record Refused(Refusal why) implements Outcome {}
  }

  /**
   * A decoder of records that need no registry.
   *
   * @param idSecret secret under which ids are hashed
   * @param bounds how far an event's time may be from its recording
   */
  public Decoder(long idSecret, TimeBounds bounds) {
    this(
        idSecret,
        new DecodeSettings(bounds, false, WireFormat.singleObject(), LegalBases.UNDECLARED));
  }

  /**
   * A decoder.
   *
   * @param idSecret secret under which ids are hashed
   * @param settings how records are decoded
   */
  public Decoder(long idSecret, DecodeSettings settings) {
    this.router = new Router(new Tags(idSecret));
    this.bounds = settings.bounds();
    this.events = new CoreEvents(settings.bases(), new TextSignals(settings.lexicons()));
    Optional<WriterSchemas> registry = settings.wire().schemas();
    messages = new EventCodec<>(RecordKind.MESSAGE, Message.class, events::message, registry);
    sessions = new EventCodec<>(RecordKind.SESSION, SessionEvent.class, events::session, registry);
    interactions =
        new EventCodec<>(RecordKind.INTERACTION, Interaction.class, events::interaction, registry);
    reviews = new EventCodec<>(RecordKind.REVIEW, Review.class, events::review, registry);
  }

  /** Signals left out so far because their code is outside the vocabulary. */
  public long unknownCodes() {
    return events.unknownCodes();
  }

  /** Signals and meetings left out so far because no legal basis is declared for them. */
  public long signalsWithoutBasis() {
    return events.withoutBasis();
  }

  /** Fields left out so far because no schema knows them; those of Avro are not met at all. */
  public long unknownFields() {
    return messages.unknownFields()
        + sessions.unknownFields()
        + interactions.unknownFields()
        + reviews.unknownFields();
  }

  /**
   * Takes one record in.
   *
   * @throws RegistryUnavailableException if its schema must be asked for and the registry gives no
   *     answer: then it is neither accepted nor refused, and must come again
   */
  public Outcome decode(LogRecord record) {
    try {
      return switch (record.kind()) {
        case MESSAGE -> judge(record, messages);
        case SESSION -> judge(record, sessions);
        case INTERACTION -> judge(record, interactions);
        case REVIEW -> judge(record, reviews);
        case RULE_BUNDLE, ALERT, DEAD_LETTER, PROGRESS, AUDIT_ENTRY ->
            refused(DeadLetterCode.UNREADABLE, "", "holds no event");
      };
    } catch (RegistryUnavailableException away) {
      throw away;
    } catch (RuntimeException defect) {
      return refused(
          DeadLetterCode.UNREADABLE,
          "",
          "meets a defect of the engine (" + defect.getClass().getSimpleName() + ")");
    }
  }

  private Outcome judge(LogRecord record, EventCodec<?> codec) {
    EventCodec.Read read = codec.read(record.payload());
    if (read instanceof EventCodec.Read.Accepted accepted) {
      return judge(record, accepted.event());
    }
    return new Outcome.Refused(((EventCodec.Read.Refused) read).why());
  }

  private Outcome judge(LogRecord record, Event event) {
    RecordedEvent recorded = new RecordedEvent(event, record.recordedMs(), position(record));
    EffectiveTime time = EffectiveTime.of(recorded, bounds);
    return switch (time.verdict()) {
      case ACCEPTED -> new Outcome.Accepted(time, router.route(recorded, time), event);
      case FUTURE_TIME -> refused(DeadLetterCode.FUTURE_TIME, "time", apart("after"));
      case STALE -> refused(DeadLetterCode.STALE, "time", apart("before"));
    };
  }

  private String apart(String direction) {
    String most = Durations.words(bounds.stalenessMs());
    return "lies more than " + most + " " + direction + " it was recorded";
  }

  /** A line that names no place has none: where it stands in a file must not show in an alert. */
  private static Position position(LogRecord record) {
    long offset = record.offset() == LogRecord.NO_OFFSET ? 0 : record.offset();
    return new Position(record.topic(), record.partition(), offset, record.trace());
  }

  private static Outcome refused(DeadLetterCode code, String field, String message) {
    return new Outcome.Refused(Refusal.of(code, field, message));
  }
}
