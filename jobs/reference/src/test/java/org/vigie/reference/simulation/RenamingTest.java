package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.alert.Alert;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Engine;
import org.vigie.rules.bundle.ShippedRules;

/**
 * ORDER §5.4: names that sort as before change nothing but names, in all that alerts say. Keys and
 * tags are hashes of names, and sort otherwise.
 */
class RenamingTest {
  private static final int SEEDS = 1_000;
  private static final String PREFIX = "renamed-";

  @Test
  void changesNothingButNames() {
    RuleSet rules = ShippedRules.ruleSet();
    List<Long> differing =
        LongStream.range(0, SEEDS)
            .parallel()
            .filter(seed -> !said(rules, seed, PREFIX).equals(said(rules, seed, "")))
            .sorted()
            .boxed()
            .toList();
    assertThat(differing).as("seeds in which a name makes a difference").isEmpty();
  }

  @Test
  void comparesAlerts() {
    RuleSet rules = ShippedRules.ruleSet();
    assertThat(LongStream.range(0, 20).mapToObj(seed -> said(rules, seed, PREFIX)))
        .anySatisfy(said -> assertThat(said).isNotEmpty());
  }

  /** All revisions, without the names' prefix and without what is made of names. */
  static List<String> said(RuleSet rules, long seed, String prefix) {
    List<RecordedEvent> log = Renamed.log(Chronicle.of(seed), prefix);
    Engine engine = new Engine(rules);
    engine.accept(log);
    engine.advanceTo(Property.endMs(log));
    return engine.settled().stream()
        .map(Alert::toString)
        .map(alert -> alert.replace(PREFIX, "").replaceAll("alertId=[-0-9a-f]{36}", ""))
        .sorted()
        .toList();
  }
}
