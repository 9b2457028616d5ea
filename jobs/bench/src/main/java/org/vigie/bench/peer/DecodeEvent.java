package org.vigie.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.jspecify.annotations.Nullable;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.Signal;

/**
 * The floors' decoder: Avro's own reader, then what a detector would carry of the event. What an
 * event is, it knows by the fingerprint of its schema.
 */
final class DecodeEvent extends RichMapFunction<byte[], Observation>
    implements ResultTypeQueryable<Observation> {
  private static final long serialVersionUID = 1;
  private static final int SCORE_STEPS = 1000;

  /** Behind two bytes of mark. */
  private static final int FINGERPRINT_AT = 2;

  private static final int[] NO_CODES = {};
  private static final short[] NO_SCORES = {};

  private transient @Nullable Readers readers;

  @Override
  public void open(OpenContext context) {
    readers = new Readers();
  }

  @Override
  public Observation map(byte[] value) throws IOException {
    if (readers == null) {
      throw new IllegalStateException("a record before open");
    }
    long kind = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
    if (kind == Readers.MESSAGE) {
      return of(readers.messages.read(value));
    }
    return kind == Readers.SESSION
        ? of(readers.sessions.read(value))
        : of(readers.interactions.read(value));
  }

  private static Observation of(Message message) {
    List<Signal> signals = message.getSignals();
    int[] codes = new int[signals.size()];
    short[] scores = new short[signals.size()];
    for (int i = 0; i < codes.length; i++) {
      Signal signal = signals.get(i);
      codes[i] = signal.getCode().hashCode();
      scores[i] = (short) (signal.getScore() * SCORE_STEPS);
    }
    Integer length = message.getLength();
    return new Observation(
        message.getEventId(),
        message.getCommunity(),
        message.getSender(),
        to(message),
        message.getTime(),
        length == null ? 0 : length,
        codes,
        scores);
  }

  /** The first of several; of a post its room. */
  private static String to(Message message) {
    List<String> recipients = message.getRecipients();
    return recipients.isEmpty() ? String.valueOf(message.getRoom()) : recipients.get(0);
  }

  /** An account towards itself. */
  private static Observation of(SessionEvent session) {
    return new Observation(
        session.getEventId(),
        session.getCommunity(),
        session.getAccount(),
        session.getAccount(),
        session.getTime(),
        0,
        NO_CODES,
        NO_SCORES);
  }

  private static Observation of(Interaction interaction) {
    return new Observation(
        interaction.getEventId(),
        interaction.getCommunity(),
        interaction.getActor(),
        interaction.getTarget(),
        interaction.getTime(),
        0,
        NO_CODES,
        NO_SCORES);
  }

  @Override
  public TypeInformation<Observation> getProducedType() {
    return new ObservationType();
  }

  /** A reader for each topic. */
  private static final class Readers {
    private static final long MESSAGE = fingerprint(Message.getClassSchema());
    private static final long SESSION = fingerprint(SessionEvent.getClassSchema());

    private final RecordReader<Message> messages =
        new RecordReader<>(Message.getClassSchema(), Message::new);
    private final RecordReader<SessionEvent> sessions =
        new RecordReader<>(SessionEvent.getClassSchema(), SessionEvent::new);
    private final RecordReader<Interaction> interactions =
        new RecordReader<>(Interaction.getClassSchema(), Interaction::new);

    private static long fingerprint(Schema schema) {
      return SchemaNormalization.parsingFingerprint64(schema);
    }
  }
}
