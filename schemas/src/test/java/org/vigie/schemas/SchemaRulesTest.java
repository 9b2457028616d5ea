package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaRulesTest {
  private static final String PUBLISHED =
      """
      {"type": "record", "name": "Sample", "doc": "A sample.", "fields": [
        {"name": "id", "type": "string", "doc": "Id."},
        {"name": "kind", "type": {"type": "enum", "name": "Kind", "doc": "Kinds.",
          "symbols": ["UNRECOGNISED", "ONE"], "default": "UNRECOGNISED"}, "doc": "Kind."},
        {"name": "size", "type": ["null", "int"], "default": null, "doc": "Size."}
      ]}
      """;

  @Test
  void everySchemaIsTidy() {
    assertThat(SchemaSources.all())
        .isNotEmpty()
        .allSatisfy(schema -> assertThat(SchemaRules.untidiness(schema)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void noSchemaIsRecursive(RecordKind kind) {
    assertThat(SchemaRules.recursions(kind.schema())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a field without default comes  | {"name": "id"          | {"name": "more", "type": "int"}, {"name": "id"
          a needed field goes            | "name": "id"           | "name": "other"
          a type changes                 | "string"               | "int"
          a name goes from a set that has no default | "ONE"], "default": "UNRECOGNISED"} | "TWO"]}
          null is no longer possible     | ["null", "int"], "default": null | "int", "default": 0
          """)
  void aBreakingChangeIsFound(String what, String before, String after) {
    String changed = PUBLISHED.replace(before, after);
    assertThat(changed).as(what).isNotEqualTo(PUBLISHED);
    assertThat(SchemaRules.incompatibilities(parsed(changed), parsed(PUBLISHED)))
        .as(what)
        .isNotEmpty();
  }

  @Test
  void aFieldWithDefaultAndANewNameInASetBreakNothing() {
    String grown =
        PUBLISHED
            .replace("\"ONE\"", "\"ONE\", \"TWO\"")
            .replace(
                "{\"name\": \"size\"",
                "{\"name\": \"more\", \"type\": [\"null\", \"string\"], \"default\": null},"
                    + " {\"name\": \"size\"");
    assertThat(SchemaRules.incompatibilities(parsed(grown), parsed(PUBLISHED))).isEmpty();
  }

  @Test
  void aRecursiveSchemaIsFound() {
    Schema tree =
        parsed(
            """
            {"type": "record", "name": "Tree", "fields": [
              {"name": "branches", "type": {"type": "array", "items": "Tree"}, "default": []}
            ]}
            """);
    assertThat(SchemaRules.recursions(tree)).containsExactly("Tree holds itself");
  }

  @Test
  void anUntidySchemaIsFound() {
    Schema untidy =
        parsed(
            """
            {"type": "record", "name": "Untidy", "doc": "Untidy.", "fields": [
              {"name": "eventId", "type": "string", "doc": "Id."},
              {"name": "silent", "type": "string"},
              {"name": "start_time", "type": "long", "doc": "When."},
              {"name": "size", "type": ["null", "int"], "doc": "Size."}
            ]}
            """);
    assertThat(SchemaRules.untidiness(untidy))
        .containsExactly(
            "Untidy.eventId is not snake_case",
            "Untidy.silent has no doc",
            "Untidy.start_time is a time without its unit",
            "Untidy.size may be unknown but has no default null");
    Schema closed =
        parsed("{\"type\": \"enum\", \"name\": \"Closed\", \"symbols\": [\"ONE\", \"TWO\"]}");
    assertThat(SchemaRules.untidiness(closed))
        .isEqualTo(
            List.of(
                "Closed has no doc",
                "Closed can't grow: UNRECOGNISED is not its first symbol and default"));
  }

  private static Schema parsed(String json) {
    return new SchemaParser().parse(json).mainSchema();
  }
}
