package org.vigie.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;

final class EvaluateCommandTest {
  private static final String ALERT =
      """
      {"alert_id":"8f14e45f-ceea-567a-9c4b-000000000001","revision":1,"community":"harbour",\
      "harm":"GROOMING","severity":"MEDIUM","state":"OPEN","settled":true,"subject":"a1",\
      "subject_kind":"ACCOUNT","subject_role":"SUSPECTED_ACTOR",\
      "findings":[{"rule":"<b>","version":1,"families":["STAGE_SIGNALS"],"time":2000}]}
      """;
  private static final String TRUTH =
      """
      {"type":"case","id":"story-1","community":"harbour","planted":"STAGED_APPROACH",\
      "above_threshold":true,"below_because":[],"actors":["a1"],"victims":["b1"],\
      "subjects":["a1","d1"],"start":1000,"harmful_step":9000,"acts":[1000,1500],\
      "reached":{"b1":1000}}
      {"type":"look_alike","id":"story-2","community":"harbour","kind":"COACH","start":0,\
      "subjects":["c1"]}
      {"type":"totals","seed":7,"accounts":200,"days":10,"start":0,"events":9,\
      "active_user_weeks":300}
      """;

  @TempDir private Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void tellsWhatWasFoundAndHowOftenItWasWrong() throws IOException {
    Typed typed =
        Typed.in("evaluate", "--truth", file("t.jsonl", TRUTH), "--alerts", file("a.jsonl", ALERT));

    assertThat(typed.code()).as(typed.err()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out())
        .contains(
            "recall is synthetic", "staged approach", "1/1", "coach", "300 active user-weeks");
  }

  @Test
  void printsEveryFigureAsJson() throws IOException {
    String truth = file("t.jsonl", TRUTH);
    Typed typed =
        Typed.in("evaluate", "--truth", truth, "--alerts", file("a.jsonl", ALERT), "--json");

    assertThat(typed.out().lines())
        .allSatisfy(line -> assertThat(line).startsWith("{\"type\":\"").endsWith("}"))
        .anyMatch(line -> line.contains("\"delay_median_ms\":1000"))
        .anyMatch(line -> line.contains("\"synthetic\":true"));
  }

  @Test
  void writesAPageThatNeedsNothingElseAndBelievesNoText() throws IOException {
    Path html = folder.resolve("page.html");
    Typed typed =
        Typed.in(
            "evaluate",
            "--truth",
            file("t.jsonl", TRUTH),
            "--alerts",
            file("a.jsonl", ALERT),
            "--html",
            html.toString());

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(html))
        .contains("<svg ", "G2 staged approach", "&lt;b&gt;")
        .doesNotContain("<b>", "http:", "https:", "<script", "src=");
  }

  @Test
  void scoresZeroWithoutAlertsAndEndsWithZero() throws IOException {
    Typed typed =
        Typed.in("evaluate", "--truth", file("t.jsonl", TRUTH), "--alerts", file("none.jsonl", ""));

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).contains("0/1");
  }

  @Test
  void endsWithTwoForFilesThatAreMissingOrNoTruth() throws IOException {
    String alerts = file("a.jsonl", ALERT);
    Typed broken =
        Typed.in("evaluate", "--truth", file("b.jsonl", TRUTH + "{}\n"), "--alerts", alerts);
    Typed shortened =
        Typed.in(
            "evaluate",
            "--truth",
            file("s.jsonl", TRUTH.lines().findFirst().orElseThrow()),
            "--alerts",
            alerts);

    assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
    assertThat(broken.err()).contains("b.jsonl:4: \"type\" is missing");
    assertThat(shortened.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shortened.err()).contains("no line of totals");
    assertThat(Typed.in("evaluate", "--truth", "nowhere", "--alerts", alerts).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("evaluate").code()).isEqualTo(ExitCode.USAGE);
  }
}
