package org.vigie.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.Progress;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.RuleBundle;
import org.vigie.event.SessionEvent;

/** The records of the contract: one a topic. */
public enum RecordKind {
  MESSAGE("message", Limits.EVENT_BYTES_MAX),
  SESSION("session", Limits.EVENT_BYTES_MAX),
  INTERACTION("interaction", Limits.EVENT_BYTES_MAX),
  REVIEW("review", Limits.EVENT_BYTES_MAX),
  RULE_BUNDLE("rule_bundle", Limits.BUNDLE_BYTES_MAX),
  ALERT("alert", Limits.OUTPUT_BYTES_MAX),
  DEAD_LETTER("dead_letter", Limits.OUTPUT_BYTES_MAX),
  PROGRESS("progress", Limits.OUTPUT_BYTES_MAX),
  AUDIT_ENTRY("audit_entry", Limits.OUTPUT_BYTES_MAX);

  /** The kinds that a file of events holds, told apart by {@code "type"} on each line. */
  public static final List<RecordKind> EVENTS = List.of(MESSAGE, SESSION, INTERACTION, REVIEW);

  private static final Map<String, RecordKind> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(kind -> kind.schema().getFullName(), kind -> kind));

  private final String typeName;
  private final int bytesMax;

  RecordKind(String typeName, int bytesMax) {
    this.typeName = typeName;
    this.bytesMax = bytesMax;
  }

  /** The kind of a generated record. */
  public static RecordKind of(SpecificRecord record) {
    RecordKind kind = BY_NAME.get(record.getSchema().getFullName());
    if (kind == null) {
      throw new IllegalArgumentException("no record of the contract");
    }
    return kind;
  }

  /** The kind of events that a line's {@code "type"} names, if it is one. */
  public static Optional<RecordKind> ofType(String typeName) {
    return EVENTS.stream().filter(kind -> kind.typeName.equals(typeName)).findFirst();
  }

  /** The value of {@code "type"} in JSON Lines. */
  public String typeName() {
    return typeName;
  }

  /** Name of the published schema's file, such as {@code session_event.avsc}. */
  String schemaFile() {
    return (this == SESSION ? "session_event" : typeName) + ".avsc";
  }

  /** The schema that this version writes and reads into. */
  public Schema schema() {
    return empty().getSchema();
  }

  /** Whether records of this kind stand in files of events, under their {@code "type"}. */
  public boolean isEvent() {
    return EVENTS.contains(this);
  }

  /**
   * Whether a JSON line of this kind leaves out fields that have their default. An audit entry's
   * does: its hash is over the line, and must hold when a later version adds a field.
   */
  boolean leavesOutDefaults() {
    return isEvent() || this == AUDIT_ENTRY;
  }

  /** Largest record of this kind that is looked at, in bytes, whatever its form. */
  public int bytesMax() {
    return bytesMax;
  }

  /** A record without any field set, to be filled by a decoder. */
  ContractRecord empty() {
    return switch (this) {
      case MESSAGE -> new Message();
      case SESSION -> new SessionEvent();
      case INTERACTION -> new Interaction();
      case REVIEW -> new Review();
      case RULE_BUNDLE -> new RuleBundle();
      case ALERT -> new Alert();
      case DEAD_LETTER -> new DeadLetter();
      case PROGRESS -> new Progress();
      case AUDIT_ENTRY -> new AuditEntry();
    };
  }
}
