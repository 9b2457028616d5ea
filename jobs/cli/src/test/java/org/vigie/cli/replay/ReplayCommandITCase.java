package org.vigie.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;

/** The command over small files, through the real job. */
final class ReplayCommandITCase {
  private static final String LISTED =
      """
      {"type":"message","event_id":"m1","community":"c1","time":"2024-06-25T20:00:00Z",\
      "sender":"a1","recipients":["b1"],"channel":"DIRECT",\
      "media":[{"hash":"9f","kind":"IMAGE","match":{"list":"verified-1","verified":true,\
      "method":"EXACT","distance":0}}]}
      """;
  private static final String QUIET =
      """
      {"type":"message","event_id":"m2","community":"c1","time":"2024-06-25T21:00:00Z",\
      "sender":"b1","recipients":["a1"],"channel":"DIRECT"}
      """;
  private static final String WRONG =
      """
      {"type":"message","event_id":"m3","community":"c1","time":"2024-06-25T21:00:00Z",\
      "sender":"b1","recipients":["a1"],"channel":"DIRCT"}
      """;

  @TempDir private Path folder;

  @Test
  void givesTheSameAlertsWhateverTheOrderOfLinesTheirCopiesAndTheGarbageAmongThem()
      throws IOException {
    Typed clean = Typed.in("replay", write("one.jsonl", LISTED + QUIET).toString(), "--json");
    Path messy = write("other.jsonl", QUIET + WRONG + "garbage\n" + LISTED + LISTED);
    Path packed = packed("quiet.jsonl.gz", QUIET);
    Path letters = folder.resolve("letters.jsonl");
    Path alerts = folder.resolve("alerts.jsonl");
    List<String> command = new ArrayList<>(List.of("replay", "-", messy.toString()));
    command.addAll(
        List.of(packed.toString(), "--parallelism", "4", "--as-of", "2024-06-26T00:00Z"));
    command.addAll(List.of("--dead-letters", letters.toString(), "--alerts", alerts.toString()));
    Typed typed = Typed.withInput(LISTED, command.toArray(String[]::new));

    assertThat(List.of(clean.code(), typed.code())).containsOnly(ExitCode.DONE);
    assertThat(clean.err()).contains("as of ");
    assertThat(clean.out().lines()).hasSize(1);
    assertThat(clean.out()).contains("\"harm\":\"ABUSE_MATERIAL\"", "\"subject\":\"a1\"");
    assertThat(alerts).hasContent(clean.out());
    assertThat(typed.err().lines()).hasSize(2);
    assertThat(typed.err())
        .contains(messy + ":2: channel: \"DIRCT\"", "nearest: DIRECT", messy + ":3: ");
    assertThat(Files.readAllLines(letters)).hasSize(2);
    assertThat(typed.out())
        .contains("5 messages of 7 lines", "refused  2 lines", "1 critical, 0 high")
        .contains("CRITICAL  Abuse material: account a1, suspected actor")
        .doesNotContain("\u001b");
  }

  @Test
  void saysHowToReadAFileOfAnotherKind() throws IOException {
    Typed graph = Typed.in("replay", write("graph.txt", "1 2 100\n2 1 200\n").toString());
    Typed events = Typed.in("replay", "--format", "snap", write("m.jsonl", QUIET).toString());

    assertThat(List.of(graph.code(), events.code())).containsOnly(ExitCode.DONE);
    assertThat(graph.err()).contains("graph.txt:1: ", "graph.txt:2: ", "--format snap");
    assertThat(events.err()).contains("m.jsonl:1: ", "read without --format snap");
  }

  @Test
  void judgesEachCommunityByTheProfileOfItsKind() throws IOException {
    Path file = write("stages.jsonl", fourStages("c1") + fourStages("c2"));
    Typed alike = Typed.in("replay", file.toString());
    Typed byKind = Typed.in("replay", file.toString(), "--profile", "c2 friends-based");
    Typed byOption =
        Typed.in("replay", file.toString(), "-Dvigie.rules.profile=open-chat; c2 friends-based");

    assertThat(alike.out()).contains("0 critical, 2 high, 0 medium");
    assertThat(byKind.out())
        .contains("0 critical, 1 high, 1 medium")
        .contains("G2: HIGH: stages of grooming: at least 5 (4 seen)");
    assertThat(byOption.out()).contains("0 critical, 1 high, 1 medium");
  }

  /** Four stages with a meeting, from a sure adult to a sure minor; friends are held to five. */
  private static String fourStages(String community) {
    String age =
        """
        {"type":"session","event_id":"%1$s-%2$s","community":"%1$s","time":"2024-06-25T08:00:00Z",\
        "account":"%2$s","kind":"AGE_SIGNAL","age":{"min":%3$d,"max":%4$d,"source":"VERIFIED"}}
        """;
    String message =
        """
        {"type":"message","event_id":"%1$s-m","community":"%1$s","time":"2024-06-25T20:00:00Z",\
        "sender":"a","recipients":["b"],"channel":"DIRECT","scan":"SCANNED","signals":[\
        {"code":"FLATTERY","score":0.9,"source":"s"},{"code":"SECRECY","score":0.9,"source":"s"},\
        {"code":"AGE_PROBE","score":0.9,"source":"s"},\
        {"code":"MEETING_PROPOSAL","score":0.9,"source":"s"}]}
        """;
    return age.formatted(community, "a", 30, 40)
        + age.formatted(community, "b", 13, 15)
        + message.formatted(community);
  }

  @Test
  void createsTheAlertsFileAlsoWhenThereAreNone() throws IOException {
    Path file = write("quiet.jsonl", QUIET);
    Path alerts = folder.resolve("alerts.jsonl");
    Typed typed = Typed.in("replay", file.toString(), "--json", "--alerts", alerts.toString());

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).isEmpty();
    assertThat(alerts).exists().isEmptyFile();
  }

  @Test
  void judgesTimeByTheOptionsOfTheJob() throws IOException {
    String late = LISTED.strip().replaceFirst("}$", ",\"recorded\":\"2024-06-25T20:05:00Z\"}\n");
    Path file = write("late.jsonl", late);
    Path config = write("config.yaml", "vigie.time:\n  disorder: 6 min\n  staleness: 7 min\n");

    assertThat(Typed.in("replay", file.toString()).out())
        .contains("1 critical", "1 recorded late or dated ahead");
    assertThat(Typed.in("replay", file.toString(), "--config", config.toString()).out())
        .contains("1 critical")
        .doesNotContain("1 recorded late or dated ahead");
    assertThat(Typed.in("replay", file.toString(), "-Dvigie.time.staleness=4 min").err())
        .contains("lies more than 4 min before it was recorded");
  }

  @Test
  void namesEveryOptionThatCanNotBe() throws IOException {
    Path config = write("config.yaml", "vigie.time.disordre: 6 min\n");
    Typed typed =
        Typed.in("replay", "-", "--config", config.toString(), "-D", "vigie.time.future=1 h");

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err())
        .contains(config + ":1:1: error VIGIE-1701: ", "nearest: vigie.time.disorder")
        .contains("vigie.time.future 1 h is not allowed", "allowed: 0 s to 1 min");
  }

  @Test
  void readsContactGraphs() throws IOException {
    Path file = write("graph.txt", "1 2 1082040961\n3 4 1082155839\n1 2 1082040961\n");
    Typed typed = Typed.in("replay", "--format", "snap", file.toString());

    assertThat(typed.out())
        .contains("3 messages of 3 lines", "0 critical, 0 high, 0 medium, 0 low");
  }

  @Test
  void endsWithTwoForOutputsThatCannotBeWrittenBeforeAnythingIsRead() throws IOException {
    Path file = write("quiet.jsonl", QUIET);
    Typed typed =
        Typed.in("replay", file.toString(), "--alerts", folder.resolve("no/such").toString());

    assertThat(typed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(typed.err()).contains("can't be written");
    assertThat(Typed.in("replay", folder.toString()).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("replay", "-", "-").code()).isEqualTo(ExitCode.USAGE);
  }

  /** Two stages come of phrases; the third is a classifier's, and the ages are told. */
  @Test
  void readsTextsWhereAskedAndTellsNobodyWhatTheySay() throws IOException {
    Path file =
        write(
            "texts.jsonl",
            session("a1", 30)
                + session("b1", 13)
                + said("m1", "how old are you heron", "[]")
                + said("m2", "keep it between us heron", "[]")
                + said("m3", "heron", "[{\"code\":\"MEETING_PROPOSAL\",\"score\":0.9}]")
                + said("m4", "are your parents home heron", "[]").replace("DIRECT", "DIRCT"));
    Path letters = folder.resolve("text-letters.jsonl");
    String[] off = {"replay", file.toString(), "--json", "--dead-letters", letters.toString()};
    List<String> on = new ArrayList<>(List.of(off));
    on.add("-Dvigie.lexicons=c1 en");
    Typed read = Typed.in(on.toArray(String[]::new));

    assertThat(Typed.in(off).out()).isEmpty();
    assertThat(read.out())
        .contains("\"rule\":\"G2\"", "lexicon/en@", "SECRECY", "\"content_signals\":true");
    assertThat(read.out() + read.err() + Files.readString(letters)).doesNotContain("heron");
  }

  private static String session(String account, int age) {
    return """
        {"type":"session","event_id":"%s","community":"c1","time":"2024-06-25T19:00:00Z",\
        "account":"%s","kind":"AGE_SIGNAL","age":{"min":%d,"max":%d,"source":"VERIFIED"}}
        """
        .formatted("s-" + account, account, age, age);
  }

  private static String said(String id, String text, String signals) {
    return """
        {"type":"message","event_id":"%s","community":"c1","time":"2024-06-25T20:00:00Z",\
        "sender":"a1","recipients":["b1"],"channel":"DIRECT","text":"%s","signals":%s}
        """
        .formatted(id, text, signals);
  }

  private Path packed(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
