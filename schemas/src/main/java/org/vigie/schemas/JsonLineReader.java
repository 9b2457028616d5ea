package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.TOO_LARGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads natural JSON Lines into generated records and checks them against {@link ContractRules}:
 * absent or null = default, plain unions, enums as strings, times as epoch milliseconds or
 * ISO-8601, bytes in base64. Fields that no schema knows are ignored and counted.
 *
 * <p>A line that is wrong in any way becomes a {@link JsonLine.Refused}; nothing is thrown. Reuses
 * its buffers: one instance belongs to one thread.
 */
public final class JsonLineReader {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final @Nullable RecordKind only;
  private final int bytesMax;
  private final JsonTree tree;
  private final UnknownFields unknownFields = new UnknownFields();
  private final Map<RecordKind, JsonRecordShape> shapes = new EnumMap<>(RecordKind.class);

  private JsonLineReader(@Nullable RecordKind only, int bytesMax) {
    this.only = only;
    this.bytesMax = bytesMax;
    tree = new JsonTree(bytesMax);
    JsonShapes made = new JsonShapes(unknownFields);
    if (only == null) {
      RecordKind.EVENTS.forEach(kind -> shapes.put(kind, made.line(kind, JsonEnvelope.NAMES)));
    } else {
      shapes.put(only, made.line(only, only.isEvent() ? JsonEnvelope.NAMES : Set.of()));
    }
  }

  /** A reader of events: {@code "type"} on each line says which record it is. */
  public static JsonLineReader ofEvents() {
    return new JsonLineReader(null, Limits.EVENT_BYTES_MAX);
  }

  /**
   * A reader of lines that are all of one kind and carry no {@code "type"}.
   *
   * @param kind alerts, dead letters, progress records or rule bundles
   * @throws IllegalArgumentException for a kind of events
   */
  public static JsonLineReader of(RecordKind kind) {
    if (kind.isEvent()) {
      throw new IllegalArgumentException("lines of events carry a type: use ofEvents()");
    }
    return new JsonLineReader(kind, kind.bytesMax());
  }

  /**
   * A reader of an event topic's values: the topic says which record it is, so that {@code "type"}
   * may be left out but not differ. What a line says about its recording is left out of account:
   * here the log itself says it.
   *
   * @throws IllegalArgumentException for a kind that is no event
   */
  public static JsonLineReader ofTopic(RecordKind kind) {
    if (!kind.isEvent()) {
      throw new IllegalArgumentException(kind + " is no event");
    }
    return new JsonLineReader(kind, Limits.EVENT_BYTES_MAX);
  }

  /** As {@link #read(long, byte[], int, int)}, for a whole array. */
  public JsonLine read(long number, byte[] line) {
    return read(number, line, 0, line.length);
  }

  /**
   * Reads one line.
   *
   * @param number its number in the file, from 1
   * @param bytes holds the line, without its end
   * @param offset where the line starts
   * @param length how many bytes it has
   */
  public JsonLine read(long number, byte[] bytes, int offset, int length) {
    // On any line: files that were put together have a mark where each of them began.
    int start = offset + markBytes(bytes, offset, length);
    int end = offset + length - (length > 0 && bytes[offset + length - 1] == '\r' ? 1 : 0);
    if (isBlank(bytes, start, end)) {
      return new JsonLine.Blank(number);
    }
    if (end - start > bytesMax) {
      return tooLong(number, end - start);
    }
    try {
      return record(number, tree.read(bytes, start, end - start));
    } catch (RefusedException refused) {
      return new JsonLine.Refused(number, refused.refusal());
    }
  }

  /**
   * What becomes of a line that is too long to be looked at.
   *
   * @param number its number in the file, from 1
   * @param length how many bytes it has
   */
  JsonLine tooLong(long number, long length) {
    return new JsonLine.Refused(
        number,
        Refusal.of(TOO_LARGE, "", "is " + length + " bytes long")
            .allowing("at most " + bytesMax + " bytes a line"));
  }

  /** The fields met so far that no schema knows. */
  public UnknownFields unknownFields() {
    return unknownFields;
  }

  /** Longest line that is looked at, in bytes. */
  int bytesMax() {
    return bytesMax;
  }

  private JsonLine record(long number, JsonNode line) throws RefusedException {
    RecordKind kind = only == null ? JsonEnvelope.kind(line) : JsonEnvelope.checked(line, only);
    JsonRecordShape shape = shapes.get(kind);
    if (shape == null) {
      throw new IllegalStateException("no shape for " + kind);
    }
    SpecificRecord record = shape.read(line);
    Recording recording = only == null ? JsonEnvelope.recording(line) : Recording.NONE;
    Optional<Refusal> wrong = ContractRules.check(record);
    return wrong.isPresent()
        ? new JsonLine.Refused(number, wrong.get())
        : new JsonLine.Read(number, kind, record, recording);
  }

  private static int markBytes(byte[] bytes, int offset, int length) {
    boolean marked = length >= BYTE_ORDER_MARK.length;
    for (int at = 0; marked && at < BYTE_ORDER_MARK.length; at++) {
      marked = bytes[offset + at] == BYTE_ORDER_MARK[at];
    }
    return marked ? BYTE_ORDER_MARK.length : 0;
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int at = start; at < end; at++) {
      if (bytes[at] != ' ' && bytes[at] != '\t') {
        return false;
      }
    }
    return true;
  }
}
