package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.alert.Alert;
import org.vigie.alert.Finding;
import org.vigie.alert.Guard;
import org.vigie.cli.console.Printable;

/** What was measured, what kinds of evidence there are, and what was weighed against them. */
final class AlertReasons {
  private final Words words;

  AlertReasons(Words words) {
    this.words = words;
  }

  String measured(Alert alert) {
    Map<String, String> measured = new TreeMap<>();
    for (Finding finding : alert.getFindings()) {
      if (!finding.getSuperseded()) {
        finding.getObserved().forEach((name, value) -> measured.put(name, bar(finding, name)));
      }
    }
    return measured.entrySet().stream()
        .map(one -> Printable.of(one.getKey()) + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private String bar(Finding finding, String name) {
    String observed = words.number(finding.getObserved().getOrDefault(name, 0.0));
    Double threshold = finding.getThreshold().get(name);
    return threshold == null
        ? observed
        : "%s (%s %s)".formatted(observed, words.label(Label.BAR), words.number(threshold));
  }

  String evidence(Alert alert) {
    String families =
        alert.getFamilies().stream()
            .map(words::family)
            .collect(Collectors.joining(words.semicolon()));
    Double score = alert.getScore();
    return score == null
        ? families
        : families + words.semicolon() + words.label(Label.SCORE) + " " + words.number(score);
  }

  String guards(Alert alert) {
    List<String> lowering = new ArrayList<>();
    List<String> idle = new ArrayList<>();
    for (Guard guard : alert.getGuards()) {
      String name = Printable.of(guard.getName());
      if (guard.getEffect() > 0) {
        long percent = Math.round(guard.getEffect() * 100);
        lowering.add(name + words.colon() + words.label(Label.LOWERED) + " " + percent + " %");
      } else {
        idle.add(name);
      }
    }
    if (!idle.isEmpty()) {
      lowering.add(words.label(Label.WITHOUT_EFFECT) + words.colon() + String.join(", ", idle));
    }
    return String.join(words.semicolon(), lowering);
  }
}
