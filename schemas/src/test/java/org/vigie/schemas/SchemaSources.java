package org.vigie.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;

/** The schemas as they stand in the source folder, before code is generated from them. */
final class SchemaSources {
  private static final Path FOLDER = Path.of("src", "main", "avro");

  private SchemaSources() {}

  /** Every named type: records and enums. */
  static List<Schema> all() {
    SchemaParser parser = new SchemaParser();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".avsc")).sorted().toList()) {
        parser.parse(file);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return parser.getParsedNamedSchemas();
  }

  /** The text of a kind's schema, complete in itself, as it would be published. */
  static String text(RecordKind kind) {
    return SchemaFormatter.format("json/pretty", of(kind)) + "\n";
  }

  /** A kind's schema. */
  static Schema of(RecordKind kind) {
    String name = kind.schema().getFullName();
    return all().stream()
        .filter(schema -> schema.getFullName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
