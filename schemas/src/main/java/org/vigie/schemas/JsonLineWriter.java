package org.vigie.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated records as natural JSON Lines: what {@link JsonLineReader} reads. Fields stand
 * in the schema's order, maps by key, times as epoch milliseconds, whole numbers without a point.
 * An event begins with its {@code "type"}; it and an audit entry leave out what has its default;
 * everything else is written in full. The same record always gives the same bytes.
 *
 * <p>Reuses its buffer: one instance belongs to one thread.
 */
public final class JsonLineWriter {
  /** Below this every whole double is written as it is. */
  private static final double WHOLE_MAX = 1e15;

  private final JsonFactory factory = new JsonFactory();
  private final IdentityHashMap<Schema, JsonField[]> fields = new IdentityHashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(1024);

  /** As {@link #write(SpecificRecord, Recording)}, saying nothing about a recording. */
  public byte[] write(SpecificRecord record) {
    return write(record, Recording.NONE);
  }

  /**
   * Writes one record.
   *
   * @param record one of the generated records, with every field set that can't be unknown
   * @param recording when and where an event was recorded
   * @return one line in UTF-8, without its end
   * @throws IllegalArgumentException for another record than an event with a recording
   */
  public byte[] write(SpecificRecord record, Recording recording) {
    RecordKind kind = RecordKind.of(record);
    if (!kind.isEvent() && !recording.equals(Recording.NONE)) {
      throw new IllegalArgumentException("a line of " + kind + " has no room for a recording");
    }
    written.reset();
    try (JsonGenerator out = factory.createGenerator(written)) {
      out.writeStartObject();
      if (kind.isEvent()) {
        out.writeStringField(JsonEnvelope.TYPE, kind.typeName());
      }
      writeFields((SpecificRecordBase) record, kind.leavesOutDefaults(), out); // all generated are
      writeRecording(recording, out);
      out.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("an array in memory can't fail", impossible);
    }
    return written.toByteArray();
  }

  private static void writeRecording(Recording recording, JsonGenerator out) throws IOException {
    if (recording.recordedMs().isPresent()) {
      out.writeNumberField(JsonEnvelope.RECORDED, recording.recordedMs().getAsLong());
    }
    if (recording.topic().isPresent()) {
      out.writeStringField(JsonEnvelope.TOPIC, recording.topic().get());
    }
    if (recording.partition().isPresent()) {
      out.writeNumberField(JsonEnvelope.PARTITION, recording.partition().getAsInt());
    }
    if (recording.offset().isPresent()) {
      out.writeNumberField(JsonEnvelope.OFFSET, recording.offset().getAsLong());
    }
    if (recording.traceparent().isPresent()) {
      out.writeStringField(JsonEnvelope.TRACEPARENT, recording.traceparent().get());
    }
  }

  private void writeFields(SpecificRecordBase record, boolean leaveOutDefaults, JsonGenerator out)
      throws IOException {
    for (JsonField field : fieldsOf(record.getSchema())) {
      Object value = record.get(field.position());
      if (!leaveOutDefaults || !field.isDefault(value)) {
        out.writeFieldName(field.name());
        writeValue(value, leaveOutDefaults, out);
      }
    }
  }

  private JsonField[] fieldsOf(Schema schema) {
    JsonField[] known = fields.get(schema);
    if (known == null) {
      known = JsonField.of(schema);
      fields.put(schema, known);
    }
    return known;
  }

  /** Texts and numbers first: they are most, and final classes are told apart at once. */
  private void writeValue(@Nullable Object value, boolean leaveOutDefaults, JsonGenerator out)
      throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof String text) {
      out.writeString(text);
    } else if (value instanceof Long number) {
      out.writeNumber(number);
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else if (value instanceof SpecificRecordBase nested) {
      out.writeStartObject();
      writeFields(nested, leaveOutDefaults, out);
      out.writeEndObject();
    } else if (value instanceof List<?> items) {
      out.writeStartArray();
      for (Object item : items) {
        writeValue(item, leaveOutDefaults, out);
      }
      out.writeEndArray();
    } else if (value instanceof Map<?, ?> entries) {
      writeMap(entries, leaveOutDefaults, out);
    } else {
      writeScalar(value, out);
    }
  }

  private void writeMap(Map<?, ?> entries, boolean leaveOutDefaults, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : sorted(entries).entrySet()) {
      out.writeFieldName((String) entry.getKey());
      writeValue(entry.getValue(), leaveOutDefaults, out);
    }
    out.writeEndObject();
  }

  /** By key, in the order of {@code String.compareTo}. */
  private static Map<?, ?> sorted(Map<?, ?> entries) {
    boolean isSorted =
        entries.size() < 2
            || entries instanceof SortedMap<?, ?> byKey && byKey.comparator() == null;
    return isSorted ? entries : new TreeMap<>(entries);
  }

  private static void writeScalar(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Double real) {
      writeReal(real, out);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Enum<?> symbol) {
      out.writeString(symbol.name());
    } else if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      out.writeString(Base64.getEncoder().encodeToString(copy));
    } else {
      throw new IllegalStateException("no schema holds a " + value.getClass().getName());
    }
  }

  /** 3 and not 3.0: counts are doubles where a finding measured them. */
  private static void writeReal(double real, JsonGenerator out) throws IOException {
    if (real == Math.rint(real) && Math.abs(real) < WHOLE_MAX) {
      out.writeNumber((long) real);
    } else {
      out.writeNumber(real);
    }
  }
}
