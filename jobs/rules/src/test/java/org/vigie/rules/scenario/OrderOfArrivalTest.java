package org.vigie.rules.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.fold.Output;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Engine;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.Rulebooks;
import org.vigie.rules.diagnostic.Diagnostics;

/** In whichever order a case's events arrive, the same revisions are settled, to the byte. */
class OrderOfArrivalTest {
  private static final Path CONFIG = Path.of("..", "..", "config");

  /** More events could have to be committed before they are in order. */
  private static final int EVENTS_MAX = 100;

  @Test
  void changesNoRevisionOfAnyCase() {
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = RuleFiles.of(CONFIG, diagnostics);
    Rulebook book = Rulebooks.read(files, Profile.DEFAULT, diagnostics).orElseThrow();
    RuleSet rules = book.ruleSet();
    int alerting = 0;
    for (RuleTests ofRule : TestReader.read(files.tests(), book, diagnostics)) {
      for (RuleCase ruleCase : ofRule.cases()) {
        if (ruleCase.events().size() <= EVENTS_MAX) {
          alerting += isSettledAlike(rules, ofRule.rule(), ruleCase) ? 1 : 0;
        }
      }
    }
    assertThat(alerting).isGreaterThan(300);
  }

  private static boolean isSettledAlike(RuleSet rules, String rule, RuleCase ruleCase) {
    List<String> inOrder = settled(rules, ruleCase.events(), ruleCase.endMs());
    long seed = ruleCase.name().hashCode();
    List<RecordedEvent> shuffled = new ArrayList<>(ruleCase.events());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(settled(rules, shuffled, ruleCase.endMs()))
        .as("%s, %s, shuffled by %d", rule, ruleCase.name(), seed)
        .isEqualTo(inOrder);
    return !inOrder.isEmpty();
  }

  private static List<String> settled(RuleSet rules, List<RecordedEvent> events, long endMs) {
    Engine engine = new Engine(rules);
    engine.accept(events);
    engine.advanceTo(endMs);
    List<String> revisions = new ArrayList<>();
    for (Output output : engine.outputs()) {
      revisions.add(output.root() + " " + Arrays.toString(output.payload()));
    }
    Collections.sort(revisions);
    return revisions;
  }
}
