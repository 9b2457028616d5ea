package org.vigie.detection.decode;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.Progress;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.RuleBundle;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.WriterSchemas;

/**
 * Reads values of any of our topics, in each form that they may have there: for people, not for the
 * job.
 *
 * <p>One instance belongs to one thread.
 */
public final class RecordReader {
  private final Optional<WriterSchemas> registry;
  private final Map<RecordKind, Reading> readings = new EnumMap<>(RecordKind.class);

  /** How one kind is read. */
  @FunctionalInterface
  private interface Reading {
    Decoded<? extends ContractRecord> read(byte @Nullable [] value);
  }

  /**
   * A reader.
   *
   * @param registry what the numbers of the Confluent format stand for; empty without a registry
   */
  public RecordReader(Optional<WriterSchemas> registry) {
    this.registry = registry;
  }

  /**
   * Reads a value.
   *
   * @throws org.vigie.schemas.RegistryUnavailableException if its schema must be asked for and the
   *     registry gives no answer
   */
  public Decoded<? extends ContractRecord> read(RecordKind kind, byte @Nullable [] value) {
    return readings.computeIfAbsent(kind, this::reading).read(value);
  }

  private Reading reading(RecordKind kind) {
    return switch (kind) {
      case MESSAGE -> event(kind, Message.class);
      case SESSION -> event(kind, SessionEvent.class);
      case INTERACTION -> event(kind, Interaction.class);
      case REVIEW -> event(kind, Review.class);
      case RULE_BUNDLE -> binary(kind, RuleBundle.class);
      case ALERT -> binary(kind, Alert.class);
      case DEAD_LETTER -> binary(kind, DeadLetter.class);
      case PROGRESS -> binary(kind, Progress.class);
      case AUDIT_ENTRY -> binary(kind, AuditEntry.class);
    };
  }

  private <R extends ContractRecord> Reading event(RecordKind kind, Class<R> recordClass) {
    JsonValues<R> json = new JsonValues<>(kind, recordClass);
    Reading binary = binary(kind, recordClass);
    return value ->
        value != null && JsonValues.holds(value) ? json.decode(value) : binary.read(value);
  }

  private <R extends ContractRecord> Reading binary(RecordKind kind, Class<R> recordClass) {
    BinaryCodec<R> codec =
        registry
            .map(schemas -> BinaryCodec.reading(kind, recordClass, schemas))
            .orElseGet(() -> BinaryCodec.of(kind, recordClass));
    return codec::decode;
  }
}
