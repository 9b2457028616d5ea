package org.vigie.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;

final class SimulateCommandTest {
  @TempDir private Path folder;

  private Typed simulate(String out, String seed, String... more) {
    String[] arguments = new String[9 + more.length];
    List<String> given =
        List.of("simulate", "--accounts", "200", "--days", "10", "--seed", seed, "--out", out);
    given.toArray(arguments);
    System.arraycopy(more, 0, arguments, 9, more.length);
    return Typed.in(arguments);
  }

  @Test
  void writesEventsAndTheTruth() throws IOException {
    Path out = folder.resolve("new/town");
    Typed typed = simulate(out.toString(), "0x2a");

    assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).contains("events.jsonl: ", "truth.jsonl: the truth");
    assertThat(Files.readAllLines(out.resolve("events.jsonl")))
        .hasSizeGreaterThan(1_000)
        .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"").contains("\"recorded\":"));
    assertThat(Files.readString(out.resolve("truth.jsonl")))
        .contains("\"type\":\"case\"", "\"type\":\"look_alike\"", "\"active_user_weeks\":");
  }

  @Test
  void writesTheSameBytesForTheSameSeedHoweverItIsWritten() throws IOException {
    simulate(folder.resolve("one").toString(), "42");
    simulate(folder.resolve("two").toString(), "0x2a");

    assertThat(folder.resolve("one/events.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("two/events.jsonl"));
    assertThat(folder.resolve("one/truth.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("two/truth.jsonl"));
  }

  @Test
  void packsTheEventsAndPrintsJsonIfAsked() {
    Typed typed = simulate(folder.toString(), "1", "--gzip", "--json");

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).startsWith("{\"events_file\":").contains("events.jsonl.gz");
    assertThat(folder.resolve("events.jsonl.gz")).exists();
  }

  @Test
  void endsWithTwoForSizesSeedsAndFoldersThatCanNotBe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Typed few =
        Typed.in("simulate", "--accounts", "5", "--days", "10", "--seed", "1", "--out", "x");

    assertThat(few.code()).isEqualTo(ExitCode.USAGE);
    assertThat(few.err()).contains("accounts 5: 200 to 1000000 are possible");
    assertThat(simulate(folder.toString(), "seven").code()).isEqualTo(ExitCode.USAGE);
    assertThat(simulate(file.toString(), "1").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("simulate").code()).isEqualTo(ExitCode.USAGE);
  }
}
