package org.vigie.cli.alert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Family;
import org.vigie.alert.Finding;
import org.vigie.alert.Severity;
import org.vigie.cli.console.Printable;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Compare;
import org.vigie.core.rule.Condition.Operator;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts.Bilingual;

/**
 * What an alert does not rest on: kinds of evidence not seen, the nearest that would make it worse.
 */
final class AlertGaps {
  private static final int LISTED_MAX = 6;

  private final Words words;
  private final RuleLore lore;

  private final RuleNames names;

  AlertGaps(Words words, RuleLore lore, RuleNames names) {
    this.words = words;
    this.lore = lore;
    this.names = names;
  }

  /** Kinds of evidence that no finding used, and that no code on the sheet is of. */
  String absent(Alert alert) {
    Set<Family> absent = EnumSet.allOf(Family.class);
    absent.remove(Family.UNRECOGNISED);
    absent.removeAll(alert.getFamilies());
    for (SignalCode code : SignalCode.values()) {
      if (alert.getEvidence().stream().anyMatch(one -> one.getCodes().contains(code.name()))) {
        absent.remove(Family.valueOf(org.vigie.core.rule.Family.of(code).name()));
      }
    }
    return absent.stream().map(words::family).collect(Collectors.joining(words.semicolon()));
  }

  /** What was nearest to be found too, one line a finding. */
  List<String> missing(Alert alert) {
    Set<String> lines = new LinkedHashSet<>();
    for (Finding finding : holding(alert)) {
      lore.of(finding).ifPresent(rule -> missing(alert, finding, rule, lines));
    }
    return lines.stream().limit(LISTED_MAX).toList();
  }

  /** What an alert by the same rules is when nothing is wrong. */
  List<String> lookAlikes(Alert alert) {
    Set<String> lines = new LinkedHashSet<>();
    for (Finding finding : holding(alert)) {
      lore.of(finding)
          .ifPresent(rule -> rule.texts().falsePositives().forEach(one -> lines.add(in(one))));
    }
    return lines.stream().limit(LISTED_MAX).toList();
  }

  private String in(Bilingual text) {
    return switch (words.language()) {
      case EN -> text.en();
      case FR -> text.fr();
    };
  }

  private static List<Finding> holding(Alert alert) {
    return alert.getFindings().stream().filter(finding -> !finding.getSuperseded()).toList();
  }

  private void missing(Alert alert, Finding finding, Rule rule, Set<String> lines) {
    String start = Printable.of(finding.getRule()) + words.colon();
    Severity claim = finding.getSeverity();
    if (claim == null) {
      return;
    }
    if (claim.compareTo(Severity.HIGH) >= 0
        && alert.getSeverity() == Severity.MEDIUM
        && alert.getFamilies().size() < 2) {
      lines.add(start + words.severity(claim) + words.colon() + words.label(Label.SECOND_KIND));
    }
    Set<String> said = new HashSet<>();
    Claim higher = higher(rule, claim);
    if (higher != null) {
      Severity wanted = Severity.valueOf(higher.severity().name());
      String unmet = unmet(compares(higher.when()), finding, said);
      lines.add(start + words.severity(wanted) + words.colon() + unmet);
    }
    String others = unmet(alternatives(rule.when()), finding, said);
    if (!others.isEmpty()) {
      lines.add(start + words.label(Label.NOT_MET) + words.colon() + others);
    }
  }

  /** The claim next above; claims go from the highest down. */
  private static @Nullable Claim higher(Rule rule, Severity claim) {
    Claim higher = null;
    for (Claim one : rule.claims()) {
      if (Severity.valueOf(one.severity().name()).compareTo(claim) > 0) {
        higher = one;
      }
    }
    return higher;
  }

  /**
   * Comparisons that did not hold, or of which nothing is said: of one figure the nearest.
   *
   * @param said figures that were spoken of already, and are not again
   */
  private String unmet(List<Compare> compares, Finding finding, Set<String> said) {
    Map<String, Compare> nearest = new LinkedHashMap<>();
    for (Compare compare : compares) {
      if (!said.contains(compare.name()) && !holds(compare, finding)) {
        nearest.merge(compare.name(), compare, AlertGaps::nearer);
      }
    }
    said.addAll(nearest.keySet());
    return nearest.values().stream()
        .map(compare -> text(compare, finding))
        .collect(Collectors.joining(words.semicolon()));
  }

  /** The bar that takes less. */
  private static Compare nearer(Compare one, Compare other) {
    boolean isLower = other.threshold() < one.threshold();
    return other.operator() == Operator.AT_LEAST && isLower ? other : one;
  }

  /** What could be counted besides what sufficed. */
  private static List<Compare> alternatives(Condition when) {
    return compares(when).stream().filter(one -> one.operator() == Operator.AT_LEAST).toList();
  }

  private static List<Compare> compares(Condition condition) {
    List<Compare> compares = new ArrayList<>();
    collect(condition, compares);
    return compares;
  }

  /** Without what is denied: of that nobody waits for more. */
  private static void collect(Condition condition, List<Compare> compares) {
    if (condition instanceof Compare compare) {
      compares.add(compare);
    } else if (condition instanceof Condition.All all) {
      all.of().forEach(part -> collect(part, compares));
    } else if (condition instanceof Condition.Any any) {
      any.of().forEach(part -> collect(part, compares));
    }
  }

  private static boolean holds(Compare compare, Finding finding) {
    Double observed = finding.getObserved().get(compare.name());
    if (observed == null) {
      return false;
    }
    long value = Fixed.of(observed);
    return switch (compare.operator()) {
      case AT_LEAST -> value >= compare.threshold();
      case AT_MOST -> value <= compare.threshold();
      case EQUAL -> value == compare.threshold();
    };
  }

  private String text(Compare compare, Finding finding) {
    if (names.isFlag(compare.name())) {
      return names.feature(compare.name());
    }
    Label bar =
        switch (compare.operator()) {
          case AT_LEAST -> Label.AT_LEAST;
          case AT_MOST -> Label.AT_MOST;
          case EQUAL -> Label.EXACTLY;
        };
    Double observed = finding.getObserved().get(compare.name());
    String seen =
        observed == null
            ? ""
            : " (%s %s)".formatted(words.number(observed), words.label(Label.SEEN));
    return names.feature(compare.name())
        + words.colon()
        + words.label(bar)
        + " "
        + words.number(Fixed.toDouble(compare.threshold()))
        + seen;
  }
}
