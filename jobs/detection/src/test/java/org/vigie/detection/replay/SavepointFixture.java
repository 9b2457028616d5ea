package org.vigie.detection.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.detection.rules.FileRules;
import org.vigie.detection.rules.ProfileChoice;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.JsonLineWriter;

/**
 * What a release left: a savepoint, the events of which it had read the first, in the order in
 * which they came, the rules of that release, and the alerts that it had settled by then.
 *
 * @param folder of the release
 */
record SavepointFixture(Path folder) {
  private static final Path ALL = Path.of("src", "test", "resources", "savepoints");
  private static final Path CONFIG = Path.of("..", "..", "config");
  private static final String PROFILE = "open-chat";

  /** One of each release. */
  static List<SavepointFixture> all() throws IOException {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.sorted().map(SavepointFixture::new).toList();
    }
  }

  static SavepointFixture of(String release) {
    return new SavepointFixture(ALL.resolve(release));
  }

  /** Flink restores from the folder; with all state in one file, that is this one. */
  Path metadata() {
    return folder.resolve("_metadata");
  }

  List<SpecificRecord> events() throws IOException {
    JsonLineReader reader = JsonLineReader.ofEvents();
    List<SpecificRecord> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("events.jsonl"))) {
      JsonLine read = reader.read(events.size() + 1L, line.getBytes(UTF_8));
      events.add(((JsonLine.Read) read).record());
    }
    return events;
  }

  FileRules rules() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(folder.resolve("rules.zip").toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        texts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
      }
    }
    return new FileRules(RuleFiles.of(texts), ProfileChoice.parse(PROFILE));
  }

  /** Alert and revision of all that was settled before the savepoint, sorted. */
  List<String> settledBefore() throws IOException {
    return Files.readAllLines(folder.resolve("settled.txt"));
  }

  /** Writes the events and the rules of today. */
  void begin(List<SpecificRecord> arriving) throws IOException {
    Files.createDirectories(folder);
    JsonLineWriter writer = new JsonLineWriter();
    List<String> lines =
        arriving.stream().map(event -> new String(writer.write(event), UTF_8)).toList();
    Files.write(folder.resolve("events.jsonl"), lines);
    writeRules();
  }

  private void writeRules() throws IOException {
    try (Stream<Path> files = Files.walk(CONFIG);
        ZipOutputStream zip =
            new ZipOutputStream(Files.newOutputStream(folder.resolve("rules.zip")))) {
      files.filter(SavepointFixture::isRule).sorted().forEach(file -> add(file, zip));
    }
  }

  private static boolean isRule(Path file) {
    Path inside = CONFIG.relativize(file);
    return List.of("rules", "features", "profiles").contains(inside.getName(0).toString())
        && file.toString().endsWith(".yaml")
        && !file.toString().endsWith(".test.yaml");
  }

  /** Without a date, so that the same rules make the same file. */
  private static void add(Path file, ZipOutputStream zip) {
    try {
      ZipEntry entry = new ZipEntry(CONFIG.relativize(file).toString());
      entry.setTime(0);
      zip.putNextEntry(entry);
      zip.write(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what a job left that was stopped with a savepoint. */
  void keep(Path savepoint, List<String> settled) throws IOException {
    try (Stream<Path> files = Files.list(savepoint)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      if (!names.equals(List.of("_metadata"))) {
        throw new IOException("the savepoint is in several files: " + names);
      }
    }
    Files.write(metadata(), Files.readAllBytes(savepoint.resolve("_metadata")));
    Files.write(folder.resolve("settled.txt"), settled);
  }
}
