package org.vigie.schemas;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** What is said of a field that has to be there: what it may hold, and how it would look. */
final class MissingField {
  private static final String ID_ALLOWED = "a string of 1-64 bytes of UTF-8";
  private static final String TIME_EXAMPLE = "\"2024-06-25T20:00:00Z\"";

  /** Of strings that are no id, and of ids whose example tells more than a letter. */
  private static final Map<String, String> EXAMPLES =
      Map.ofEntries(
          Map.entry("event_id", "\"m1\""),
          Map.entry("community", "\"c1\""),
          Map.entry("sender", "\"a1\""),
          Map.entry("account", "\"a1\""),
          Map.entry("actor", "\"b1\""),
          Map.entry("target", "\"a1\""),
          Map.entry("reviewer", "\"r1\""),
          Map.entry("alert_id", "\"8f14e45f-ceea-567a-9c4b-000000000001\""),
          Map.entry("hash", "\"9f02\""),
          Map.entry("list", "\"verified-1\""),
          Map.entry("code", "\"MEETING_PROPOSAL\""),
          Map.entry("score", "0.93"),
          Map.entry("age", "{\"min\":13,\"max\":15,\"source\":\"DECLARED\"}"),
          Map.entry("linked_account", "\"a2\""),
          Map.entry("room", "\"r1\""),
          Map.entry("version", "1"));

  private static final Map<String, String> WORDS =
      Map.of("score", "a number from 0 to 1", "alert_id", "a UUID");

  private MissingField() {}

  /** What a field of a schema may hold, such as {@code a number, for example "score":0.93}. */
  static String allowed(Schema.Field field, boolean isTime) {
    return allowed(field.name(), field.schema(), isTime);
  }

  /** What an optional field may hold, where a record of some kind needs it. */
  static String allowed(ContractRecord record, String name) {
    Schema optional = record.getSchema().getField(name).schema();
    Schema known = optional.getTypes().get(1);
    return allowed(name, known, false);
  }

  private static String allowed(String name, Schema schema, boolean isTime) {
    String first = symbols(schema).split(", ", 2)[0];
    String other = isTime ? TIME_EXAMPLE : "\"" + first + "\"";
    String example = EXAMPLES.getOrDefault(name, first.isEmpty() && !isTime ? "" : other);
    String words =
        isTime
            ? "epoch milliseconds or ISO-8601 with a zone"
            : WORDS.getOrDefault(name, words(schema));
    return example.isEmpty() ? words : words + ", for example \"" + name + "\":" + example;
  }

  private static String words(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> ID_ALLOWED;
      case ENUM -> symbols(schema);
      case DOUBLE -> "a number";
      case INT, LONG -> "a whole number";
      case BOOLEAN -> "true or false";
      case BYTES -> "bytes in base64";
      case ARRAY -> "a list";
      case RECORD, MAP -> "an object";
      case UNION, FIXED, FLOAT, NULL ->
          throw new IllegalStateException("no schema requires a " + schema.getType());
    };
  }

  private static String symbols(Schema schema) {
    if (schema.getType() != Schema.Type.ENUM) {
      return "";
    }
    return schema.getEnumSymbols().stream()
        .filter(name -> !name.equals(ClosedSet.UNRECOGNISED))
        .collect(Collectors.joining(", "));
  }
}
