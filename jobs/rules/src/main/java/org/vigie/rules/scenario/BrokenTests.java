package org.vigie.rules.scenario;

import java.util.List;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlList;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/**
 * Tells of tests whose form is wrong what else is wrong with their events, so that an author mends
 * all of it at once.
 */
final class BrokenTests {
  private static final List<String> BETWEEN = List.of("message", "report", "interaction", "joined");

  private final Diagnostics diagnostics;

  BrokenTests(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(YamlMap file) {
    for (YamlNode one : items(file, "cases")) {
      if (one instanceof YamlMap map) {
        items(map, "events").forEach(this::event);
      }
    }
  }

  private void event(YamlNode node) {
    if (node instanceof YamlMap map) {
      for (String field : BETWEEN) {
        if (map.get(field).orElse(null) instanceof YamlScalar between) {
          CaseEvents.isBetweenTwo(field, between, diagnostics);
        }
      }
    }
  }

  private static List<YamlNode> items(YamlMap map, String field) {
    return map.get(field).orElse(null) instanceof YamlList list ? list.items() : List.of();
  }
}
