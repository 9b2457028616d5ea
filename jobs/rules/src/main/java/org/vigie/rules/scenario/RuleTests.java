package org.vigie.rules.scenario;

import java.util.List;
import org.vigie.rules.diagnostic.Place;

/** The tests of one rule. */
public record RuleTests(String rule, List<RuleCase> cases, Place place) {
  public RuleTests {
    cases = List.copyOf(cases);
  }
}
