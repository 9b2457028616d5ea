package org.vigie.detection.decode;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.Event;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Refusal;
import org.vigie.schemas.WireFrame;
import org.vigie.schemas.WriterSchemas;

/**
 * One kind of event in each form that it may have on its topic, told apart by the first bytes.
 *
 * @param <R> the generated class
 */
final class EventCodec<R extends ContractRecord> {
  private static final String ALLOWED =
      "a JSON object, or Avro by a published schema, in single-object encoding or, with a registry,"
          + " in Confluent's";

  private final BinaryCodec<R> binary;
  private final JsonValues<R> json;
  private final Function<R, Event> toEvent;

  /** What a value was. */
  sealed interface Read {
    /** An event of the contract. */
    record Accepted(Event event) implements Read {}

    /** Not one, and why. */
    record Refused(Refusal why) implements Read {}
  }

  /**
   * A codec.
   *
   * @param registry what the numbers of the Confluent format stand for; empty without a registry
   */
  EventCodec(
      RecordKind kind,
      Class<R> recordClass,
      Function<R, Event> toEvent,
      Optional<WriterSchemas> registry) {
    this.binary =
        registry
            .map(schemas -> BinaryCodec.reading(kind, recordClass, schemas))
            .orElseGet(() -> BinaryCodec.of(kind, recordClass));
    this.json = new JsonValues<>(kind, recordClass);
    this.toEvent = toEvent;
  }

  /**
   * Reads a value, whatever it is; null, as a topic's value may be, is refused too.
   *
   * @throws org.vigie.schemas.RegistryUnavailableException if its schema must be asked for and the
   *     registry gives no answer
   */
  Read read(byte @Nullable [] value) {
    Decoded<R> decoded =
        value != null && JsonValues.holds(value) ? json.decode(value) : binary.decode(value);
    if (decoded instanceof Decoded.Accepted<R> accepted) {
      return new Read.Accepted(toEvent.apply(accepted.record()));
    }
    Refusal refusal = ((Decoded.Refused<R>) decoded).refusal();
    return new Read.Refused(isNeither(value) ? refusal.allowing(ALLOWED) : refusal);
  }

  private static boolean isNeither(byte @Nullable [] value) {
    return value == null || !JsonValues.holds(value) && WireFrame.of(value) == WireFrame.UNKNOWN;
  }

  /** Fields met so far, in JSON, that no schema knows. */
  long unknownFields() {
    return json.unknownFields();
  }
}
