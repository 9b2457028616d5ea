package org.vigie.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What every schema must keep to; each rule answers with what is wrong. */
final class SchemaRules {
  private SchemaRules() {}

  /** Both must read what the other wrote: FULL compatibility. */
  static List<String> incompatibilities(Schema one, Schema other) {
    List<String> wrong = new ArrayList<>();
    wrong.addAll(cannotRead(one, other));
    wrong.addAll(cannotRead(other, one));
    return wrong;
  }

  private static List<String> cannotRead(Schema reader, Schema writer) {
    SchemaCompatibility.SchemaPairCompatibility pair =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
      return List.of();
    }
    return pair.getResult().getIncompatibilities().stream()
        .map(one -> one.getType() + " at " + one.getLocation() + ": " + one.getMessage())
        .toList();
  }

  /** A recursive schema could be nested without bound. */
  static List<String> recursions(Schema schema) {
    List<String> wrong = new ArrayList<>();
    recursions(schema, new HashSet<>(), wrong);
    return wrong;
  }

  private static void recursions(Schema schema, Set<String> open, List<String> wrong) {
    switch (schema.getType()) {
      case RECORD -> {
        if (!open.add(schema.getFullName())) {
          wrong.add(schema.getFullName() + " holds itself");
          return;
        }
        schema.getFields().forEach(field -> recursions(field.schema(), open, wrong));
        open.remove(schema.getFullName());
      }
      case ARRAY -> recursions(schema.getElementType(), open, wrong);
      case MAP -> recursions(schema.getValueType(), open, wrong);
      case UNION -> schema.getTypes().forEach(type -> recursions(type, open, wrong));
      default -> {}
    }
  }

  /** Names, docs, defaults and units of one named type. */
  static List<String> untidiness(Schema schema) {
    List<String> wrong = new ArrayList<>();
    String name = schema.getFullName();
    if (schema.getDoc() == null || schema.getDoc().isBlank()) {
      wrong.add(name + " has no doc");
    }
    if (schema.getType() == Schema.Type.ENUM) {
      boolean first = schema.getEnumSymbols().get(0).equals(ClosedSet.UNRECOGNISED);
      if (!first || !ClosedSet.UNRECOGNISED.equals(schema.getEnumDefault())) {
        wrong.add(name + " can't grow: UNRECOGNISED is not its first symbol and default");
      }
      return wrong;
    }
    for (Schema.Field field : schema.getFields()) {
      untidiness(name + "." + field.name(), field, wrong);
    }
    return wrong;
  }

  private static void untidiness(String place, Schema.Field field, List<String> wrong) {
    if (!field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      wrong.add(place + " is not snake_case");
    }
    if (field.doc() == null || field.doc().isBlank()) {
      wrong.add(place + " has no doc");
    }
    boolean nullable = field.schema().isNullable();
    if (nullable && (!field.hasDefaultValue() || field.schema().getTypes().size() != 2)) {
      wrong.add(place + " may be unknown but has no default null");
    }
    boolean isLong = field.schema().toString().contains("\"long\"");
    boolean isTime = field.name().matches("(.*_)?(time|until|from|expires|published|event)");
    if (isLong && isTime && !"epoch_ms".equals(field.getProp("unit"))) {
      wrong.add(place + " is a time without its unit");
    }
  }
}
