package org.vigie.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;

/** Judges a small world anew, by the real job. */
final class EvaluateSweepITCase {
  @TempDir private Path folder;

  @Test
  void judgesTheWorldAnewAsItIsAndWithAgesSaidWrongly() throws IOException {
    String truth = simulate("--seed", "7");
    Path alerts = folder.resolve("alerts.jsonl");
    Typed replayed =
        Typed.in(
            "replay",
            folder.resolve("events.jsonl").toString(),
            "--as-of",
            "2025-03-13T00:00:00Z",
            "--alerts",
            alerts.toString());
    assertThat(replayed.code()).as(replayed.err()).isEqualTo(ExitCode.DONE);
    Path html = folder.resolve("page.html");

    Typed typed =
        Typed.in(
            "evaluate",
            "--truth",
            truth,
            "--alerts",
            alerts.toString(),
            "--sweep",
            "age-noise",
            "--html",
            html.toString(),
            "--json");

    assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
    List<String> lines = typed.out().lines().toList();
    List<String> variants = lines.stream().filter(line -> line.contains("\"variant\"")).toList();
    assertThat(variants).hasSize(5);
    assertThat(recallAbove(variants.get(0))).isEqualTo(recallAbove(lines.get(0)));
    assertThat(variants.get(4)).contains("ages 40 % wrong");
    assertThat(recallAbove(variants.get(4)))
        .as("wrong ages change something")
        .isNotEqualTo(recallAbove(variants.get(0)));
    assertThat(Files.readString(html)).contains("Judged anew", "ages 10 % wrong");
  }

  @Test
  void refusesAWorldThatIsNotDrawnAsTheTruthSays() throws IOException {
    String truth = simulate("--seed", "7", "--age-noise", "0.5");
    Path alerts = Files.writeString(folder.resolve("none.jsonl"), "");

    Typed typed =
        Typed.in("evaluate", "--truth", truth, "--alerts", alerts.toString(), "--sweep", "guards");

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("drawn otherwise", "without --age-noise");
  }

  private String simulate(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("simulate", "--accounts", "400", "--days", "10", "--out", folder.toString()));
    words.addAll(List.of(more));
    Typed typed = Typed.in(words.toArray(String[]::new));
    assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
    return folder.resolve("truth.jsonl").toString();
  }

  private static String recallAbove(String line) {
    int from = line.indexOf("\"recall_above\"");
    return line.substring(from, line.indexOf('}', from));
  }
}
