package org.vigie.rules.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Condition.Operator;
import org.vigie.core.rule.Fixed;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.Place;
import org.vigie.rules.yaml.YamlScalar;

/**
 * Tells bars that nothing reaches or everything passes, clauses that exclude each other, and those
 * that others make idle.
 */
final class Bars {
  private final Map<String, DeclaredFeature> features;
  private final YamlScalar text;
  private final Diagnostics diagnostics;
  private final ConditionText words;

  private Bars(Map<String, DeclaredFeature> features, YamlScalar text, Diagnostics diagnostics) {
    this.features = features;
    this.words =
        new ConditionText(name -> Optional.ofNullable(features.get(name)).orElseThrow().type());
    this.text = text;
    this.diagnostics = diagnostics;
  }

  /**
   * Checks a condition over features.
   *
   * @param text where it stands
   */
  static void check(
      Condition condition,
      Map<String, DeclaredFeature> features,
      YamlScalar text,
      Diagnostics diagnostics) {
    Bars bars = new Bars(features, text, diagnostics);
    bars.reach(condition);
    bars.exclusion(condition);
    bars.redundancy(condition);
  }

  private void reach(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      DeclaredFeature declared = features.get(compare.name());
      if (declared != null) {
        reach(compare, Reach.of(declared));
      }
    } else if (condition instanceof Condition.Not not) {
      reach(not.of());
    } else {
      ConditionText.parts(condition).forEach(this::reach);
    }
  }

  private void reach(Condition.Compare compare, Reach reach) {
    long bar = compare.threshold();
    boolean idle =
        bar < 0
            || bar > reach.most()
            || reach.isAlwaysKnown() && bar == 0 && compare.operator() == Operator.AT_LEAST;
    if (idle) {
      diagnostics.add(
          DiagnosticCode.IDLE_BAR,
          placeOf(compare.name()),
          compare.name()
              + " is compared with "
              + ConditionText.number(bar)
              + (bar > reach.most() ? ", which it never exceeds" : ", and is never below 0"),
          reach.shown());
    }
  }

  /** {@code a && b} that no number fulfils, {@code a || b} that every number does. */
  private void exclusion(Condition condition) {
    if (condition instanceof Condition.Not not) {
      exclusion(not.of());
    } else if (!(condition instanceof Condition.Compare)) {
      boolean all = condition instanceof Condition.All;
      Map<String, Between> betweens = new LinkedHashMap<>();
      for (Condition part : flat(condition, all)) {
        narrow(all ? part : new Condition.Not(part), betweens);
      }
      betweens.forEach(
          (name, between) -> {
            if (between.isEmpty()) {
              diagnostics.add(
                  DiagnosticCode.IDLE_BAR,
                  placeOf(name),
                  "what is said of " + name + (all ? " is never all true" : " always holds"),
                  all ? "clauses that one number can fulfil" : "clauses that some number fails");
            }
          });
      ConditionText.parts(condition).forEach(this::exclusion);
    }
  }

  /** {@code a >= 3 && a >= 2}, {@code a >= 3 || a >= 2}: one of the two does nothing. */
  private void redundancy(Condition condition) {
    if (condition instanceof Condition.Not not) {
      redundancy(not.of());
    } else if (!(condition instanceof Condition.Compare)) {
      boolean all = condition instanceof Condition.All;
      List<Condition> kept = new ArrayList<>(flat(condition, all));
      for (Condition part : List.copyOf(kept)) {
        List<Condition> others = new ArrayList<>(kept);
        others.remove(part);
        if (isIdleBeside(others, part, all)) {
          kept.remove(part);
          diagnostics.add(
              DiagnosticCode.IDLE_CLAUSE,
              placeOf(part),
              words.of(part)
                  + (all ? " holds wherever the others do" : " holds only where another does"));
        }
      }
      ConditionText.parts(condition).forEach(this::redundancy);
    }
  }

  /** No number of the feature makes the clause count that its neighbours leave open. */
  private static boolean isIdleBeside(List<Condition> others, Condition part, boolean all) {
    List<String> compared = ConditionText.names(part);
    boolean isSingle = compared.size() == 1 && isComparison(part);
    Map<String, Between> betweens = new LinkedHashMap<>();
    for (Condition other : others) {
      if (isSingle && isComparison(other) && ConditionText.names(other).equals(compared)) {
        narrow(all ? other : new Condition.Not(other), betweens);
      }
    }
    if (betweens.isEmpty() || betweens.values().iterator().next().isEmpty()) {
      return false; // nothing beside it, or what is told already
    }
    narrow(all ? new Condition.Not(part) : part, betweens);
    return betweens.values().iterator().next().isEmpty();
  }

  private static boolean isComparison(Condition part) {
    return part instanceof Condition.Compare
        || part instanceof Condition.Not not && isComparison(not.of());
  }

  private static List<Condition> flat(Condition condition, boolean all) {
    List<Condition> parts = new ArrayList<>();
    for (Condition part : ConditionText.parts(condition)) {
      boolean same = all ? part instanceof Condition.All : part instanceof Condition.Any;
      parts.addAll(same ? flat(part, all) : List.of(part));
    }
    return parts;
  }

  private static void narrow(Condition part, Map<String, Between> betweens) {
    boolean negated = part instanceof Condition.Not;
    Condition bare = part instanceof Condition.Not not ? not.of() : part;
    if (negated && bare instanceof Condition.Not twice) {
      narrow(twice.of(), betweens);
    } else if (bare instanceof Condition.Compare compare) {
      betweens
          .computeIfAbsent(compare.name(), name -> new Between())
          .narrow(compare.operator(), compare.threshold(), negated);
    }
  }

  /** Where a comparison stands, by its number if that is written there; else by its name. */
  private Place placeOf(Condition part) {
    String name = ConditionText.names(part).get(0);
    String shown = words.of(part);
    String number = shown.substring(shown.lastIndexOf(' ') + 1);
    Matcher matcher =
        Pattern.compile("\\b" + name + "\\s*[<>=!]+\\s*" + Pattern.quote(number) + "\\b")
            .matcher(text.text());
    return matcher.find() ? text.place(matcher.start(), matcher.group().length()) : placeOf(name);
  }

  private Place placeOf(String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "\\b").matcher(text.text());
    return matcher.find() ? text.place(matcher.start(), name.length()) : text.place();
  }

  /** What numbers are left. */
  private static final class Between {
    private long least = Long.MIN_VALUE;
    private long most = Long.MAX_VALUE;
    private long excluded = Fixed.UNKNOWN;

    void narrow(Operator operator, long bar, boolean negated) {
      switch (operator) {
        case AT_LEAST -> {
          least = negated ? least : Math.max(least, bar);
          most = negated ? Math.min(most, bar - 1) : most;
        }
        case AT_MOST -> {
          least = negated ? Math.max(least, bar + 1) : least;
          most = negated ? most : Math.min(most, bar);
        }
        case EQUAL -> {
          least = negated ? least : Math.max(least, bar);
          most = negated ? most : Math.min(most, bar);
          excluded = negated ? bar : excluded;
        }
      }
    }

    boolean isEmpty() {
      return least > most || least == most && least == excluded;
    }
  }
}
