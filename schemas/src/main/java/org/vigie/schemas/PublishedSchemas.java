package org.vigie.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/**
 * Every version of every schema that was ever published, from the folder {@code published/}. These
 * are the only schemas that a record is decoded by: none is ever taken from the wire.
 */
public final class PublishedSchemas {
  /** Lists the files: version, file, SHA-256. Lines are added, never changed. */
  private static final String LOCK = "versions.lock";

  private PublishedSchemas() {}

  /**
   * One published schema.
   *
   * @param version name of its folder, such as {@code v1}
   * @param schema the schema, complete in itself
   */
  public record Version(String version, Schema schema) {}

  /** The versions of a kind's schema, oldest first. */
  public static List<Version> of(RecordKind kind) {
    List<Version> versions = new ArrayList<>();
    String fileName = kind.schemaFile();
    for (String line : text(LOCK).split("\n", -1)) {
      String[] columns = line.split(" ", -1);
      if (columns.length == 3 && columns[1].equals(fileName)) {
        String file = columns[0] + "/" + columns[1];
        versions.add(new Version(columns[0], new SchemaParser().parse(text(file)).mainSchema()));
      }
    }
    return versions;
  }

  private static String text(String file) {
    try (InputStream bytes = PublishedSchemas.class.getResourceAsStream("published/" + file)) {
      if (bytes == null) {
        throw new IllegalStateException("published/" + file + " is not in the jar");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
