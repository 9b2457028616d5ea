package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedSchemasTest {
  private static final Path FOLDER = Path.of("published");
  private static final Path CURRENT = Path.of("target", "schemas");

  @ParameterizedTest
  @EnumSource
  void theNewestPublishedVersionIsTheCurrentOne(RecordKind kind) throws IOException {
    Files.createDirectories(CURRENT);
    Files.writeString(CURRENT.resolve(kind.schemaFile()), SchemaSources.text(kind));
    List<PublishedSchemas.Version> versions = PublishedSchemas.of(kind);
    assertThat(differences(SchemaSources.of(kind), versions.get(versions.size() - 1).schema()))
        .as(
            "%s was changed. What is published stays: copy target/schemas/%s to a new folder"
                + " published/v<n+1> and add its line to published/versions.lock",
            kind, kind.schemaFile())
        .isEmpty();
  }

  @Test
  void aChangeOfThePublishedVersionIsFoundAndABetterDocIsNone() {
    String current = SchemaSources.text(RecordKind.INTERACTION);
    Schema published = new SchemaParser().parse(current).mainSchema();
    String grown = current.replace("\"LARGE\"", "\"LARGE\", \"HUGE\"");
    String loosened = current.replace("\"default\" : \"UNRECOGNISED\"", "\"other\" : 1");
    String explained = current.replace("Something one account does", "What one account does");
    assertThat(differences(new SchemaParser().parse(grown).mainSchema(), published)).isNotEmpty();
    assertThat(differences(new SchemaParser().parse(loosened).mainSchema(), published))
        .isNotEmpty();
    assertThat(explained).isNotEqualTo(current);
    assertThat(differences(new SchemaParser().parse(explained).mainSchema(), published)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theGeneratedClassIsOfTheCurrentSchema(RecordKind kind) {
    assertThat(SchemaNormalization.toParsingForm(kind.schema()))
        .isEqualTo(SchemaNormalization.toParsingForm(SchemaSources.of(kind)));
  }

  @ParameterizedTest
  @EnumSource
  void everyVersionReadsWhatEveryOtherWrote(RecordKind kind) {
    List<Schema> versions = new ArrayList<>();
    PublishedSchemas.of(kind).forEach(version -> versions.add(version.schema()));
    versions.add(kind.schema());
    assertThat(versions).hasSizeGreaterThan(1);
    for (Schema one : versions) {
      for (Schema other : versions) {
        assertThat(SchemaRules.incompatibilities(one, other)).isEmpty();
      }
    }
  }

  @Test
  void whatWasPublishedIsUntouched() throws IOException {
    assertThat(differencesFromLock(FOLDER)).isEmpty();
  }

  @Test
  void aChangedAMissingAndAStrayPublishedFileAreFound(@TempDir Path copy) throws IOException {
    for (Path file : files(FOLDER)) {
      Path target = copy.resolve(FOLDER.relativize(file));
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
    assertThat(differencesFromLock(copy)).isEmpty();

    Path message = copy.resolve("v1/message.avsc");
    Files.writeString(message, Files.readString(message).replace("ROOM", "ROOMS"));
    Files.delete(copy.resolve("v1/alert.avsc"));
    Files.writeString(copy.resolve("v1/stray.avsc"), "{}");
    assertThat(differencesFromLock(copy))
        .containsExactlyInAnyOrder(
            "v1/message.avsc was changed after it was published",
            "v1/alert.avsc is missing",
            "v1/stray.avsc is not in versions.lock");
  }

  /** All but docs, which may become better without a new version. */
  private static List<String> differences(Schema current, Schema published) {
    String now = withoutDocs(current);
    String then = withoutDocs(published);
    return now.equals(then) ? List.of() : List.of(now, then);
  }

  private static String withoutDocs(Schema schema) {
    return SchemaFormatter.format("json/inline", schema)
        .replaceAll("\"doc\":\"(\\\\.|[^\"\\\\])*\",?", "")
        .replace(",}", "}");
  }

  private static List<String> differencesFromLock(Path folder) throws IOException {
    List<String> differences = new ArrayList<>();
    List<String> locked = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("versions.lock"))) {
      if (!line.startsWith("#")) {
        String[] columns = line.split(" ", -1);
        String name = columns[0] + "/" + columns[1];
        locked.add(name);
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
          differences.add(name + " is missing");
        } else if (!sha256(file).equals(columns[2])) {
          differences.add(name + " was changed after it was published");
        }
      }
    }
    for (Path file : files(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(".avsc") && !locked.contains(name)) {
        differences.add(name + " is not in versions.lock");
      }
    }
    return differences;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Of the text with Unix line ends, so that a checkout's settings don't matter. */
  private static String sha256(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
