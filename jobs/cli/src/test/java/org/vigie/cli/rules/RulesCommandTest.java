package org.vigie.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Typed;
import org.vigie.detection.log.LogEvent;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.rules.diagnostic.DiagnosticCode;

final class RulesCommandTest {
  /** Rules that ship and are live. */
  private static final int RULES = ShippedRules.ruleSet().rules().size();

  private static final String CONFIG = Path.of("..", "..", "config").toString();

  @TempDir Path folder;

  private Path brokenRule() throws IOException {
    String text = Files.readString(Path.of(CONFIG, "rules", "grooming", "G2.yaml"));
    return Files.writeString(
        folder.resolve("G2.yaml"), text.replace("goal_stages >= 1", "gaol_stages >= 1"));
  }

  @Test
  void checksTheRulesThatShip() {
    Typed typed = Typed.in("rules", "check", CONFIG);

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains(RULES + " rules, 0 errors", "bundle sha256:");
  }

  @Test
  void tellsLineCaretAndNearestNameAndEndsWithOne() throws IOException {
    Typed typed = Typed.in("rules", "check", brokenRule().toString());

    assertThat(typed.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(typed.out())
        .contains("G2.yaml:10:6: error VIGIE-1302", "^~~~~~~~~~~", "nearest: goal_stages");
  }

  @Test
  void writesJsonAndSarif() throws IOException {
    Path sarif = folder.resolve("out.sarif");
    Typed typed =
        Typed.in("rules", "check", brokenRule().toString(), "--json", "--sarif", sarif.toString());

    assertThat(typed.out()).startsWith("{\"code\":\"VIGIE-1302\"").contains("\"line\":10");
    assertThat(Files.readString(sarif)).contains("\"ruleId\": \"VIGIE-1302\"", "2.1.0");
  }

  @Test
  void takesACheckOfNothingForAnError() {
    Typed nothing = Typed.in("rules", "check", folder.toString());

    assertThat(nothing.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(nothing.out()).contains("VIGIE-1001");
    assertThat(Typed.in("rules", "check", "no-such-folder").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void runsTheTestsBesideTheRules() throws IOException {
    Path junit = folder.resolve("rules.xml");
    Typed typed =
        Typed.in(
            "rules", "test", CONFIG, "--rule", "M1", "--junit", junit.toString(), "--only-failing");

    assertThat(typed.code()).isEqualTo(ExitCode.DONE);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).contains("0 failed");
    assertThat(Files.readString(junit)).contains("<testsuite name=\"M1\"", "failures=\"0\"");
  }

  @Test
  void showsOfAFailedCaseWhatStoppedTheRule() throws IOException {
    Path rule = Path.of(CONFIG, "rules", "grooming", "G2.yaml");
    Path tests = Path.of(CONFIG, "rules", "grooming", "G2.test.yaml");
    Files.writeString(
        folder.resolve("G2.yaml"),
        Files.readString(rule).replace("stages_at_least: 3", "stages_at_least: 4"));
    Files.copy(tests, folder.resolve("G2.test.yaml"));

    Typed typed = Typed.in("rules", "test", folder.resolve("G2.yaml").toString());

    assertThat(typed.code()).isEqualTo(ExitCode.NOT_OK);
    assertThat(typed.out())
        .contains("FAILED G2: fires on the third stage", "stages >= 4  (stages = 3)", "<- stopped");
  }

  @Test
  void listsShowsCostsAndExplains() {
    assertThat(Typed.in("rules", "list", CONFIG).out().lines()).hasSize(RULES);
    assertThat(Typed.in("rules", "show", "G1", "--rules", CONFIG).out())
        .contains("minors_contacted >= 5", "judged at SENDER", "fr: En 7 jours");
    assertThat(Typed.in("rules", "show", "G1", "--rules", CONFIG, "--profile", "dating").out())
        .contains("minors_contacted >= 2");
    assertThat(Typed.in("rules", "show", "G99", "--rules", CONFIG).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Typed.in("rules", "cost", CONFIG, "--json").out())
        .contains("\"rule\":\"A4\"", "\"stop\":\"LINKS\"");
    assertThat(Typed.in("explain", "VIGIE-1302").out()).contains("not declared");
    assertThat(Typed.in("explain", "1").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void explainsWhatLogsTellToo() {
    for (LogEvent event : LogEvent.values()) {
      assertThat(Typed.in("explain", event.id()).out()).contains(event.message());
      assertThat(DiagnosticCode.of(event.id())).as("no code means two things").isEmpty();
    }
  }
}
