package org.vigie.core.docs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.RuleSet;

/** The rules, features and guards of a rule set as a page. */
final class RulesPage {
  private static final long HOUR_MS = 3_600_000L;

  private RulesPage() {}

  static String of(RuleSet rules) {
    StringBuilder page = new StringBuilder();
    page.append("# Rules\n\nGenerated from the rules that ship; a test keeps it in sync. ");
    page.append("What they mean exactly: ");
    page.append("[readings](decisions/0001-readings-of-the-first-rules.md).\n");
    for (Rule rule : rules.rules()) {
      rule(rule, page);
    }
    page.append("\n## Guards\n\nA guard lowers a finding's weight and is shown in the alert; ");
    page.append(
        "it never silences. At weight 0.5 or less a finding shows one severity lower, at 0.25");
    page.append(" or less two.\n\n| guard | applies when | takes away |\n|---|---|---|\n");
    for (Guard guard : rules.guards()) {
      page.append("| ").append(guard.name()).append(" | ");
      page.append(code(condition(guard.when()))).append(" | ");
      page.append(number(guard.effect())).append(" |\n");
    }
    page.append("\n## Features\n\n| feature | scope | window | families |\n|---|---|---|---|\n");
    for (Feature feature : rules.features()) {
      page.append("| `").append(feature.id()).append("` | ").append(feature.scope());
      page.append(" | ").append(duration(feature.windowMs())).append(" | ");
      page.append(feature.families().stream().map(Enum::name).collect(Collectors.joining(", ")));
      page.append(" |\n");
    }
    page.append("\nFeatures over signal codes add the family of each code seen.\n");
    return page.toString();
  }

  private static void rule(Rule rule, StringBuilder page) {
    page.append("\n## ").append(rule.id()).append("\n\n");
    page.append("Harm ").append(rule.harm()).append(", scope ").append(rule.scope());
    page.append(", version ").append(rule.version()).append(", cool-down ");
    page.append(duration(rule.cooldownMs()));
    page.append(rule.neverSilenced() ? ", never silenced" : "").append(".\n\n");
    page.append("Fires when ").append(code(condition(rule.when()))).append("\n\n");
    for (Claim claim : rule.claims()) {
      page.append("- ").append(claim.severity()).append(claim.standsAlone() ? " (!)" : "");
      boolean always = claim.when().equals(Condition.ALWAYS);
      page.append(always ? "" : " when " + code(condition(claim.when()))).append('\n');
    }
    page.append("\nEnglish: ").append(rule.texts().explanation().en()).append("\n\nFrançais : ");
    page.append(rule.texts().explanation().fr()).append("\n\n");
    page.append("Would weaken or clear it: ").append(rule.texts().wouldClear().en()).append("\n\n");
    page.append("False positives: ").append(list(rule.texts().falsePositives()));
    page.append(". Blind spots: ").append(list(rule.texts().blindSpots())).append(".\n");
    page.append(rule.guards().isEmpty() ? "" : "\nGuards: " + list(rule.guards()) + ".\n");
  }

  private static String list(List<String> parts) {
    return String.join("; ", parts);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String condition(Condition condition) {
    if (condition instanceof Condition.Compare compare) {
      String operator =
          switch (compare.operator()) {
            case AT_LEAST -> " >= ";
            case AT_MOST -> " <= ";
            case EQUAL -> " == ";
          };
      return compare.name() + operator + number(compare.threshold());
    }
    if (condition instanceof Condition.All all) {
      return all.of().stream().map(RulesPage::inner).collect(Collectors.joining(" && "));
    }
    if (condition instanceof Condition.Any any) {
      return any.of().stream().map(RulesPage::inner).collect(Collectors.joining(" || "));
    }
    return "!(" + condition(((Condition.Not) condition).of()) + ")";
  }

  private static String inner(Condition condition) {
    String text = condition(condition);
    return condition instanceof Condition.Compare ? text : "(" + text + ")";
  }

  private static String number(long fixed) {
    double value = Fixed.toDouble(fixed);
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3g", value).replaceAll("0+$", "");
  }

  private static String duration(long ms) {
    if (ms == 0) {
      return "none";
    }
    return ms % (24 * HOUR_MS) == 0 ? ms / (24 * HOUR_MS) + " d" : ms / HOUR_MS + " h";
  }
}
