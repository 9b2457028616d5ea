package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.MISSING_FIELD;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON line as a generated record. An absent or null field gets its default, a field
 * that no schema knows is counted and left out.
 */
final class JsonRecordShape implements JsonShape {
  /**
   * One field of the record.
   *
   * @param required whether it has no default
   * @param absent what it holds when it is absent: null is unknown
   * @param allowed what it may hold, for who left it out; empty where it may be left out
   */
  record Field(
      String name, JsonShape shape, boolean required, @Nullable Object absent, String allowed) {}

  private final String path;
  private final Supplier<ContractRecord> empty;
  private final List<Field> fields;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final UnknownFields unknownFields;
  private final Set<String> envelope;

  /**
   * A shape for one place in a kind of line.
   *
   * @param path where it stands, such as {@code media[].match}; empty at the top
   * @param empty makes the record
   * @param fields in the schema's order
   * @param envelope names beside the record's fields that belong to the line itself
   * @param unknownFields counts the rest
   */
  JsonRecordShape(
      String path,
      Supplier<ContractRecord> empty,
      List<Field> fields,
      Set<String> envelope,
      UnknownFields unknownFields) {
    this.path = path;
    this.empty = empty;
    this.fields = fields;
    this.envelope = envelope;
    this.unknownFields = unknownFields;
    for (int position = 0; position < fields.size(); position++) {
      positions.put(fields.get(position).name(), position);
    }
  }

  @Override
  public ContractRecord read(JsonNode value) throws RefusedException {
    if (!value.isObject()) {
      throw JsonScalars.refused(value, JsonScalars.isA(value), "an object");
    }
    ContractRecord record = empty.get();
    boolean[] given = new boolean[fields.size()];
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : value.properties()) {
      Integer position = positions.get(property.getKey());
      if (position != null && !property.getValue().isNull()) {
        record.put(position, read(fields.get(position), property.getValue()));
        given[position] = true;
      } else if (position == null && !envelope.contains(property.getKey())) {
        unknown.add(property.getKey());
      }
    }
    for (int position = 0; position < given.length; position++) {
      if (!given[position]) {
        record.put(position, absent(fields.get(position), unknown));
      }
    }
    for (String name : unknown) {
      unknownFields.count(path, name, positions.keySet());
    }
    return record;
  }

  private static Object read(Field field, JsonNode value) throws RefusedException {
    try {
      return field.shape().read(value);
    } catch (RefusedException refused) {
      throw refused.within(field.name());
    }
  }

  private static @Nullable Object absent(Field field, List<String> unknown)
      throws RefusedException {
    if (!field.required()) {
      return field.absent();
    }
    String meant = NearestName.of(field.name(), unknown).map(Quoted::name).orElse("");
    Refusal missing = Refusal.of(MISSING_FIELD, field.name(), "is missing");
    throw new RefusedException(missing.allowing(field.allowed()).near(meant));
  }
}
