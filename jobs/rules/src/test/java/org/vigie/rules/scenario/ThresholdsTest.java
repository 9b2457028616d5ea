package org.vigie.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.rule.ValueType;
import org.vigie.core.run.Engine;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.diagnostic.Diagnostics;

/**
 * Whoever moves a threshold by one step, up or down, sees a case of a rule fail. What no case shows
 * stands in a list with its reason, and that list only shrinks.
 */
class ThresholdsTest {
  private static final Path CONFIG = Path.of("..", "..", "config");
  private static final Path UNSEEN =
      Path.of("src", "test", "resources", "thresholds", "unseen.txt");

  /** Lower it with every line that is taken out of the list. */
  private static final int UNSEEN_MAX = 30;

  private final RuleFiles files = RuleFiles.of(CONFIG, new Diagnostics());
  private final Map<String, Rulebook> books = new LinkedHashMap<>();
  private final Rulebook book = read(Profile.DEFAULT);
  private final Map<String, ValueType> types = book.declarations().types();
  private final List<RuleTests> tests = TestReader.read(files.tests(), book, new Diagnostics());

  @Test
  void everyStepOfAThresholdFailsACase() throws IOException {
    book.profiles().forEach(profile -> read(profile.id()));
    Readers readers = new Readers(book, tests);

    List<String> unseen =
        steps().parallelStream()
            .filter(step -> readers.cases(step).stream().noneMatch(one -> fails(one, step)))
            .map(Step::shown)
            .toList();

    assertThat(unseen).containsExactlyInAnyOrderElementsOf(listed().keySet());
    assertThat(listed()).hasSizeLessThanOrEqualTo(UNSEEN_MAX);
    assertThat(listed().values()).allMatch(reason -> reason.length() > 20);
  }

  @Test
  void aStepChangesOneThingAlone() {
    RuleSet rules = book.ruleSet();
    for (Step step : steps()) {
      RuleSet moved = Thresholds.moved(rules, types, step.threshold(), step.direction());

      assertThat(
              differing(moved.features(), rules.features())
                  + differing(moved.guards(), rules.guards())
                  + differing(moved.rules(), rules.rules()))
          .as(step.shown())
          .isEqualTo(1);
    }
  }

  private static int differing(List<?> some, List<?> others) {
    int differing = Math.abs(some.size() - others.size());
    for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
      differing += some.get(i).equals(others.get(i)) ? 0 : 1;
    }
    return differing;
  }

  /** A planted violation: without its cases at the bar, nothing holds the bar of G4. */
  @Test
  void aBarWithoutCasesAtItIsUnseen() {
    Step down = new Step("rule G4 when targets_of_code AT_LEAST", -1);
    List<Readers.Case> cases = new Readers(book, tests).cases(down);

    assertThat(cases.stream().anyMatch(one -> fails(one, down))).isTrue();
    assertThat(
            cases.stream()
                .filter(one -> one.ruleCase().kind() == RuleCase.Kind.FIRES)
                .noneMatch(one -> fails(one, down)))
        .isTrue();
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (String name : Thresholds.names(book.ruleSet(), types)) {
      steps.add(new Step(name, 1));
      steps.add(new Step(name, -1));
    }
    return steps;
  }

  private boolean fails(Readers.Case one, Step step) {
    RuleCase ruleCase = one.ruleCase();
    Rulebook of = read(ruleCase.profile());
    RuleSet rules = RuleTestRun.rules(of, of.rule(one.rule()).orElseThrow().rule(), ruleCase);
    Engine engine = new Engine(Thresholds.moved(rules, types, step.threshold(), step.direction()));
    engine.accept(ruleCase.events());
    engine.advanceTo(ruleCase.endMs());
    return !Comparison.of(ruleCase.expected(), engine.settled()).isEmpty();
  }

  private Rulebook read(String profile) {
    synchronized (books) {
      return books.computeIfAbsent(
          profile, id -> Rulebooks.read(files, id, new Diagnostics()).orElseThrow());
    }
  }

  /** Steps that no case shows, with the reason. */
  private static Map<String, String> listed() throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    for (String line : Files.readAllLines(UNSEEN)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] parts = line.split(": ", 2);
        listed.put(parts[0], parts.length < 2 ? "" : parts[1]);
      }
    }
    return listed;
  }

  /**
   * One threshold moved by one step.
   *
   * @param direction 1 up, -1 down
   */
  record Step(String threshold, int direction) {
    String shown() {
      return threshold + (direction > 0 ? " up" : " down");
    }

    /** The rule, feature or guard that it belongs to. */
    String owner() {
      String[] words = threshold.split(" ", 3);
      return words[0] + " " + words[1];
    }
  }
}
