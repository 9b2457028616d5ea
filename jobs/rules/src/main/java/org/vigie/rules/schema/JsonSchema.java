package org.vigie.rules.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.rules.diagnostic.Json;

/** The shape of a kind of file as JSON Schema draft-07, which editors complete and check from. */
public final class JsonSchema {
  private JsonSchema() {}

  /** The schema of a kind of file. */
  public static String of(FileKind kind) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("$id", "https://vigie.example/schema/" + kind.schemaName() + ".json");
    schema.put("title", "Vigie " + kind.schemaName());
    schema.put("description", kind.about());
    schema.putAll(of(kind.shape()));
    return Json.pretty(schema);
  }

  private static Map<String, Object> of(Shape shape) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (shape instanceof Shape.Struct struct) {
      struct(struct, schema);
    } else if (shape instanceof Shape.Several several) {
      schema.put("type", "array");
      schema.put("items", of(several.item()));
      schema.put("minItems", (long) several.min());
      schema.put("maxItems", (long) several.max());
    } else if (shape instanceof Shape.Named named) {
      schema.put("type", "object");
      schema.put("propertyNames", of(named.name()));
      schema.put("additionalProperties", of(named.value()));
      schema.put("maxProperties", (long) named.max());
    } else {
      scalar(shape, schema);
    }
    return schema;
  }

  private static void struct(Shape.Struct struct, Map<String, Object> schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Object> required = new ArrayList<>();
    for (Shape.Field field : struct.fields()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("description", field.about());
      property.putAll(of(field.shape()));
      properties.put(field.name(), property);
      if (field.required()) {
        required.add(field.name());
      }
    }
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    if (!struct.exactlyOne().isEmpty()) {
      schema.put(
          "oneOf",
          struct.exactlyOne().stream().map(name -> Map.of("required", List.of(name))).toList());
    }
  }

  private static void scalar(Shape shape, Map<String, Object> schema) {
    if (shape instanceof Shape.Text text) {
      schema.put("type", "string");
      schema.put("minLength", 1L);
      schema.put("maxLength", (long) text.charsMax());
    } else if (shape instanceof Shape.Condition) {
      schema.put("type", "string");
      schema.put("minLength", 1L);
      schema.put("maxLength", (long) ShapeCheck.CONDITION_CHARS_MAX);
    } else if (shape instanceof Shape.Word word) {
      schema.put("type", "string");
      schema.put("pattern", "^(" + word.pattern() + ")$");
    } else if (shape instanceof Shape.Choice choice) {
      schema.put("enum", choice.allowed());
    } else if (shape instanceof Shape.Flag) {
      schema.put("type", "boolean");
    } else if (shape instanceof Shape.Span) {
      schema.put("type", List.of("string", "integer"));
      schema.put("pattern", "^(" + Spans.PATTERN + ")$");
    } else if (shape instanceof Shape.Whole whole) {
      schema.put("type", "integer");
      schema.put("minimum", whole.min());
      schema.put("maximum", whole.max());
    } else if (shape instanceof Shape.Decimal decimal) {
      schema.put("type", "number");
      schema.put("minimum", decimal.min());
      schema.put("maximum", decimal.max());
    }
  }
}
