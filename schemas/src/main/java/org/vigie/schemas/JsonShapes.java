package org.vigie.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** Makes shapes from schemas, once for each reader: every place of a record gets its own. */
final class JsonShapes {
  /** Mark of a schema's field that holds a time: it may be written in ISO-8601 too. */
  private static final String UNIT = "unit";

  private static final String EPOCH_MS = "epoch_ms";
  private static final SpecificData CLASSES = new SpecificData(JsonShapes.class.getClassLoader());

  private final UnknownFields unknownFields;

  JsonShapes(UnknownFields unknownFields) {
    this.unknownFields = unknownFields;
  }

  /** The shape of a whole line, where some names belong to the line and not to the record. */
  JsonRecordShape line(RecordKind kind, Set<String> envelope) {
    List<JsonRecordShape.Field> fields = fields(kind.schema(), "");
    return new JsonRecordShape("", kind::empty, fields, envelope, unknownFields);
  }

  private JsonRecordShape nested(Schema schema, String path) {
    Class<?> recordClass = CLASSES.getClass(schema);
    return new JsonRecordShape(
        path,
        () -> (ContractRecord) SpecificData.newInstance(recordClass, schema),
        fields(schema, path),
        Set.of(),
        unknownFields);
  }

  private List<JsonRecordShape.Field> fields(Schema schema, String path) {
    List<JsonRecordShape.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      String place = path.isEmpty() ? field.name() : path + "." + field.name();
      boolean isTime = EPOCH_MS.equals(field.getProp(UNIT));
      JsonShape shape = isTime ? JsonScalars::time : shape(field.schema(), place);
      boolean required = !field.hasDefaultValue();
      String allowed = required ? MissingField.allowed(field, isTime) : "";
      fields.add(new JsonRecordShape.Field(field.name(), shape, required, absent(field), allowed));
    }
    return List.copyOf(fields);
  }

  private static @Nullable Object absent(Schema.Field field) {
    if (!field.hasDefaultValue()) {
      return null;
    }
    return switch (field.schema().getType()) {
      case ARRAY -> List.of();
      case MAP -> Map.of();
      default -> CLASSES.getDefaultValue(field);
    };
  }

  private JsonShape shape(Schema schema, String path) {
    return switch (schema.getType()) {
      case STRING -> JsonScalars::text;
      case BOOLEAN -> JsonScalars::flag;
      case INT -> JsonScalars::wholeInt;
      case LONG -> JsonScalars::wholeLong;
      case DOUBLE -> JsonScalars::real;
      case BYTES -> JsonScalars::bytes;
      case ENUM -> symbol(schema);
      case RECORD -> nested(schema, path);
      case ARRAY -> list(schema.getElementType(), path);
      case MAP -> map(shape(schema.getValueType(), path + ".*"));
      case UNION -> shape(known(schema), path);
      case FIXED, FLOAT, NULL ->
          throw new IllegalStateException("no schema has a " + schema.getType());
    };
  }

  /** The only unions are with null, which is read before a shape is asked. */
  private static Schema known(Schema union) {
    List<Schema> types = union.getTypes();
    if (types.size() != 2 || types.get(0).getType() != Schema.Type.NULL) {
      throw new IllegalStateException("a union other than with null: " + union);
    }
    return types.get(1);
  }

  private static JsonShape symbol(Schema schema) {
    Map<String, Object> symbols = new LinkedHashMap<>();
    for (String name : schema.getEnumSymbols()) {
      if (!name.equals(ClosedSet.UNRECOGNISED)) {
        symbols.put(name, CLASSES.createEnum(name, schema));
      }
    }
    return value -> JsonScalars.symbol(value, symbols);
  }

  private JsonShape list(Schema item, String path) {
    boolean unknownAllowed = item.getType() == Schema.Type.UNION;
    JsonShape shape = shape(item, path + "[]");
    return value -> list(value, shape, unknownAllowed);
  }

  private static Object list(JsonNode value, JsonShape item, boolean unknownAllowed)
      throws RefusedException {
    if (!value.isArray()) {
      throw JsonScalars.refused(value, JsonScalars.isA(value), "a list");
    }
    List<@Nullable Object> items = new ArrayList<>(value.size());
    for (int at = 0; at < value.size(); at++) {
      JsonNode one = value.get(at);
      try {
        items.add(unknownAllowed && one.isNull() ? null : item.read(one));
      } catch (RefusedException refused) {
        throw refused.within("[" + at + "]");
      }
    }
    return items;
  }

  private static JsonShape map(JsonShape each) {
    return value -> map(value, each);
  }

  private static Object map(JsonNode value, JsonShape each) throws RefusedException {
    if (!value.isObject()) {
      throw JsonScalars.refused(value, JsonScalars.isA(value), "an object");
    }
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      try {
        entries.put(entry.getKey(), each.read(entry.getValue()));
      } catch (RefusedException refused) {
        throw refused.within("[" + Quoted.text(entry.getKey()) + "]");
      }
    }
    return entries;
  }
}
