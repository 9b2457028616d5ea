package org.vigie.detection.docs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.vigie.core.event.SignalCode;
import org.vigie.schemas.RecordKind;

/** What goes over the wire: an example of each event, and every field, as a page. */
final class WirePage {
  /** A line of each kind of event that a platform sends, read by a test. */
  static final Map<RecordKind, String> EXAMPLES = examples();

  private static final String UNRECOGNISED = "UNRECOGNISED";
  private static final List<RecordKind> WRITTEN =
      List.of(RecordKind.ALERT, RecordKind.PROGRESS, RecordKind.DEAD_LETTER);

  private WirePage() {}

  private static Map<RecordKind, String> examples() {
    Map<RecordKind, String> lines = new LinkedHashMap<>();
    lines.put(
        RecordKind.MESSAGE,
        """
        {"type":"message","event_id":"m1","community":"c1","time":"2026-06-25T20:00:00Z",\
        "sender":"a1","recipients":["b1"],"channel":"DIRECT","mutual_contacts":0,"scan":"SCANNED",\
        "signals":[{"code":"MEETING_PROPOSAL","score":0.93,"source":"platform-nlp-3"}],\
        "meeting":{"status":"PROPOSED","place":"cell-81","time":"2026-06-25T23:30:00Z"}}""");
    lines.put(
        RecordKind.SESSION,
        """
        {"type":"session","event_id":"s1","community":"c1","time":1782417600000,"account":"a1",\
        "kind":"ACCOUNT_CREATED","account_kind":"HUMAN","device":"d1",\
        "age":{"min":13,"max":15,"source":"DECLARED"}}""");
    lines.put(
        RecordKind.INTERACTION,
        """
        {"type":"interaction","event_id":"i1","community":"c1","time":1782417600000,"actor":"b1",\
        "target":"a1","kind":"REPORT","report":{"category":"ROBBERY","event_ids":["m1"]}}""");
    lines.put(
        RecordKind.REVIEW,
        """
        {"type":"review","event_id":"r1","community":"c1","time":1782417600000,\
        "alert_id":"7d9f5b0e-52a4-5b4e-9d0a-0c1f3f0b2a11","reviewer":"mod-1",\
        "decision":"CONFIRMED"}""");
    return lines;
  }

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # On the wire

            Generated from the schemas; a test keeps it in sync, and reads every example. \
            [Topics](topics.md) says which record goes where and under which key.

            What is not known is left out, null or an empty list: it is never zero, and never \
            suspicious by itself. Only `event_id`, `community`, `time`, the accounts and the kind \
            must be there. Ids are pseudonyms that the platform chooses.

            ## How to send

            A record may be in any of three forms; which one is seen from its first bytes.

            | form | bytes |
            |---|---|
            | JSON | one object in UTF-8, as in the examples. `time` is epoch milliseconds, or \
            ISO 8601 with a zone. `type` is told by the topic and may be left out there; a file of \
            lines needs it. |
            | Avro, single object | `C3 01`, the CRC-64-AVRO fingerprint of the schema (8 bytes, \
            little endian), the record in Avro binary. Schemas: `schemas/published`, the newest \
            version or an older one. |
            | Avro, Confluent | `00`, the id in the registry (4 bytes, big endian), the record in \
            Avro binary. Needs `vigie.registry.*` ([options](options.md)). |

            With kcat, the key before the colon:

            ```
            echo 'a1:{"event_id":"m1","community":"c1","time":"2026-06-25T20:00:00Z",\
            "sender":"a1","recipients":["b1"],"channel":"DIRECT"}' \\
              | kcat -P -K : -b localhost:9092 -t vigie.messages
            ```

            What is refused goes to `vigie.deadletters`, with the field and what is allowed there.
            """);
    page.append("\n## Signal codes\n\n");
    page.append("An indicator is named, never quoted. Others are counted and left out:\n\n");
    page.append(Stream.of(SignalCode.values()).map(Enum::name).collect(Collectors.joining(", ")));
    page.append(".\n");
    EXAMPLES.forEach((kind, line) -> section(kind, line, page));
    for (RecordKind kind : WRITTEN) {
      section(kind, "", page);
    }
    return page.toString();
  }

  private static void section(RecordKind kind, String example, StringBuilder page) {
    Schema schema = kind.schema();
    page.append("\n## ").append(schema.getName()).append("\n\n");
    page.append(schema.getDoc()).append('\n');
    if (!example.isEmpty()) {
      page.append("\n```json\n").append(example).append("\n```\n");
    }
    Map<String, Schema> parts = new LinkedHashMap<>();
    Deque<Schema> open = new ArrayDeque<>(List.of(schema));
    while (!open.isEmpty()) {
      Schema next = open.removeFirst();
      if (!next.equals(schema)) {
        page.append("\n**").append(next.getName()).append("**: ").append(next.getDoc());
        page.append('\n');
      }
      fields(next, page);
      for (Schema.Field field : next.getFields()) {
        Schema part = bare(field.schema());
        if (part.getType() == Schema.Type.RECORD
            && parts.putIfAbsent(part.getFullName(), part) == null) {
          open.addLast(part);
        }
      }
    }
  }

  private static void fields(Schema schema, StringBuilder page) {
    page.append("\n| field | type | |\n|---|---|---|\n");
    for (Schema.Field field : schema.getFields()) {
      page.append("| `").append(field.name()).append("` | ").append(words(field.schema()));
      page.append(field.hasDefaultValue() ? "" : ", required").append(" | ");
      page.append(String.valueOf(field.doc()).replace("|", "\\|")).append(" |\n");
    }
  }

  /** The schema behind a choice with null, and of what a list holds. */
  private static Schema bare(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> bare(known(schema));
      case ARRAY -> bare(schema.getElementType());
      case MAP -> bare(schema.getValueType());
      default -> schema;
    };
  }

  private static Schema known(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static String words(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> words(known(schema)) + " or null";
      case ARRAY -> "list of " + words(schema.getElementType());
      case MAP -> "map of " + words(schema.getValueType());
      case RECORD -> schema.getName();
      case ENUM ->
          schema.getEnumSymbols().stream()
              .filter(symbol -> !symbol.equals(UNRECOGNISED))
              .collect(Collectors.joining(", "));
      case STRING -> "text";
      case INT, LONG -> "whole number";
      case FLOAT, DOUBLE -> "number";
      case BOOLEAN -> "true or false";
      case BYTES, FIXED -> "bytes";
      case NULL -> "null";
    };
  }
}
