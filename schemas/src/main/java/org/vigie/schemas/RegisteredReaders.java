package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.UNREADABLE;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Readers of one kind of record by the number of its writer's schema in a registry. Each schema is
 * held against ours once: one that ours can't read, or that contains itself, is refused.
 *
 * @param <R> the generated class
 */
final class RegisteredReaders<R extends ContractRecord> {
  /** Readers kept at once; with more schemas than that in use they are made anew in turn. */
  static final int READERS_MAX = 256;

  private static final String ALLOWED =
      "Avro by a published schema of this topic, or one that resolves to it";

  private final WriterSchemas registry;
  private final Schema current;
  private final SpecificData model;
  private final Map<Integer, Entry<R>> entries = new HashMap<>();
  private int lastId;
  private @Nullable SpecificDatumReader<R> lastReader;

  private record Entry<R>(@Nullable SpecificDatumReader<R> reader, String refused) {}

  RegisteredReaders(WriterSchemas registry, Schema current, SpecificData model) {
    this.registry = registry;
    this.current = current;
    this.model = model;
  }

  /**
   * The reader for a number.
   *
   * @throws RefusedException if no record of that number can be read
   * @throws RegistryUnavailableException if the registry gives no answer
   */
  SpecificDatumReader<R> reader(int id) throws RefusedException {
    if (lastReader != null && lastId == id) {
      return lastReader;
    }
    Entry<R> entry = entry(id);
    SpecificDatumReader<R> reader = entry.reader();
    if (reader == null) {
      throw refused(entry.refused(), id);
    }
    lastId = id;
    lastReader = reader;
    return reader;
  }

  private Entry<R> entry(int id) throws RefusedException {
    Entry<R> known = entries.get(id);
    if (known != null) {
      return known;
    }
    WriterSchemas.Answer answer = registry.schema(id);
    if (answer instanceof WriterSchemas.Answer.Unusable unusable) {
      throw refused(unusable.reason(), id); // the registry keeps these: they may become known
    }
    Entry<R> made = entryOf(((WriterSchemas.Answer.Known) answer).schema());
    if (entries.size() == READERS_MAX) {
      entries.clear();
    }
    entries.put(id, made);
    return made;
  }

  private Entry<R> entryOf(Schema writer) {
    if (containsItself(writer, new HashMap<>())) {
      return new Entry<>(null, "was written by a schema that contains itself");
    }
    SchemaCompatibilityType type =
        SchemaCompatibility.checkReaderWriterCompatibility(current, writer).getType();
    if (type != SchemaCompatibilityType.COMPATIBLE) {
      return new Entry<>(
          null, "was written by a schema that does not resolve to this topic's " + name());
    }
    return new Entry<>(new SpecificDatumReader<>(writer, current, model), "");
  }

  private String name() {
    return current.getName();
  }

  private static RefusedException refused(String reason, int id) {
    return new RefusedException(
        Refusal.of(UNREADABLE, "", reason).allowing(ALLOWED).quoting("schema id " + id));
  }

  /**
   * Records nested without end could be skipped without end.
   *
   * @param seen records by name: false while inside of them, true when done with
   */
  private static boolean containsItself(Schema schema, Map<String, Boolean> seen) {
    return switch (schema.getType()) {
      case ARRAY -> containsItself(schema.getElementType(), seen);
      case MAP -> containsItself(schema.getValueType(), seen);
      case UNION -> schema.getTypes().stream().anyMatch(type -> containsItself(type, seen));
      case RECORD -> recordContainsItself(schema, seen);
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> false;
    };
  }

  private static boolean recordContainsItself(Schema schema, Map<String, Boolean> seen) {
    Boolean done = seen.putIfAbsent(schema.getFullName(), false);
    if (done != null) {
      return !done;
    }
    boolean found =
        schema.getFields().stream().anyMatch(field -> containsItself(field.schema(), seen));
    seen.put(schema.getFullName(), true);
    return found;
  }
}
