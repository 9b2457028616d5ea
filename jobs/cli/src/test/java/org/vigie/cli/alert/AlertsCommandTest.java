package org.vigie.cli.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.Alert;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;

final class AlertsCommandTest {
  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void writeTwoAlertsAndAnOlderRevision() throws IOException {
    Alert older =
        Alert.newBuilder(SampleAlerts.grooming()).setRevision(2).setSubject("older").build();
    file = write("alerts.jsonl", SampleAlerts.grooming(), SampleAlerts.ambush(), older).toString();
  }

  @Test
  void showsTheLastRevisionOfEachTheWorstFirst() {
    Typed typed = Typed.in("alerts", "show", file);

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out()).startsWith("CRITICAL").contains("ivory-lark").doesNotContain("older");
  }

  @Test
  void showsOneByHowItsIdBeginsInFrench() {
    Typed typed = Typed.in("alerts", "show", file, "8f3a", "--lang", "fr");

    assertThat(typed.out()).startsWith("FAIBLE  Manipulation d'un mineur").doesNotContain("CRITI");
  }

  @Test
  void endsWithOneForAnIdThatIsNotThereOrNotClear() {
    Typed none = Typed.in("alerts", "show", file, "8f14e45f-ceea-567a-9c4b-000000000009");
    Typed several = Typed.in("alerts", "show", file, "8f");

    assertThat(none.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(none.err()).contains("no alert's id begins", "nearest: " + SampleAlerts.AMBUSH_ID);
    assertThat(several.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(several.err()).contains("2 alerts' ids begin");
  }

  @Test
  void callsFeaturesWhatTheRulesThatRaisedThemCallThem() throws IOException {
    Path own = folder.resolve("own");
    Path shipped = Path.of("..", "..", "config");
    for (String part : List.of("rules/grooming/G2.yaml", "features", "profiles")) {
      copy(shipped.resolve(part), own.resolve(part));
    }
    Path stages = own.resolve("features/stages.yaml");
    Files.writeString(
        stages, Files.readString(stages).replace("en: stages of grooming", "en: steps taken"));

    Typed typed = Typed.in("alerts", "show", file, "8f3a", "--rules", own.toString());

    assertThat(typed.out()).contains("steps taken: 4").doesNotContain("stages of grooming: 4");
    assertThat(Typed.in("alerts", "show", file, "8f3a").out()).contains("stages of grooming: 4");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void printsJsonThatReadsBack() {
    Typed typed = Typed.in("alerts", "show", file, "--json");
    JsonLineReader reader = JsonLineReader.of(RecordKind.ALERT);
    List<String> lines = typed.out().lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(reader.read(1, line.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JsonLine.Read.class));
  }

  @Test
  void readsStandardInput() throws IOException {
    Typed typed = Typed.withInput(Files.readString(Path.of(file)), "alerts", "show", "-");

    assertThat(typed.out()).contains("phone-8a10ce");
  }

  @Test
  void readsPackedFiles() throws IOException {
    Path packed = folder.resolve("alerts.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(Path.of(file)));
    }

    assertThat(Typed.in("alerts", "list", packed.toString()).out().lines()).hasSize(2);
  }

  @Test
  void tellsLinesThatAreNoAlertsAndGoesOn() throws IOException {
    Files.writeString(Path.of(file), "{\"alert_id\":7}\nnot json\n", StandardOpenOption.APPEND);
    Typed typed = Typed.in("alerts", "list", file);

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out().lines()).hasSize(2);
    assertThat(typed.err()).contains(file + ":4: ", file + ":5: ");
  }

  @Test
  void listsOneALineAndLeavesOutWhatIsBelow() {
    Typed all = Typed.in("alerts", "list", file);
    Typed high = Typed.in("alerts", "list", file, "--at-least", "high");

    assertThat(all.out().lines().toList())
        .containsExactly(
            "CRITICAL  8f14e45f  Mon 10 Mar 09:12  Ambush    device phone-8a10ce  open       meeting pending",
            "LOW       8f3a0000  Thu 6 Mar 17:51   Grooming  account ivory-lark   dismissed");
    assertThat(high.out().lines()).hasSize(1);
  }

  @Test
  void saysThatAFileIsNeeded() {
    Typed typed = Typed.in("alerts", "show");

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("--bootstrap-servers");
  }

  private Path write(String name, Alert... alerts) throws IOException {
    Path path = folder.resolve(name);
    JsonLineWriter writer = new JsonLineWriter();
    try (OutputStream out = Files.newOutputStream(path)) {
      for (Alert alert : alerts) {
        out.write(writer.write(alert));
        out.write('\n');
      }
    }
    return path;
  }
}
