package org.vigie.rules.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.rules.bundle.DeclaredFeature;
import org.vigie.rules.bundle.DeclaredGuard;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.schema.Spans;

/** The rules, features, guards and profiles that ship, as a page. */
final class RulesPage {
  private final Rulebook book;
  private final ConditionText conditions;
  private final StringBuilder page = new StringBuilder();

  private RulesPage(Rulebook book) {
    this.book = book;
    this.conditions = new ConditionText(book.declarations().types()::get);
  }

  static String of(Rulebook book) {
    RulesPage made = new RulesPage(book);
    made.write();
    return made.page.toString();
  }

  private void write() {
    page.append(
        "# Rules\n\nGenerated from `config`; a test keeps it in sync. Numbers are those of ");
    page.append("profile ").append(book.profile().id()).append(". What rules mean exactly: ");
    page.append("[readings](decisions/0001-readings-of-the-first-rules.md).\n");
    book.rules().forEach(this::rule);
    page.append("\n## Guards\n\nA guard lowers a finding's weight and is shown in the alert; it ");
    page.append(
        "never silences. At weight 0.5 or less a finding shows one severity lower, at 0.25");
    page.append(" or less two.\n\n| guard | makes likelier | applies when | takes away |\n");
    page.append("|---|---|---|---|\n");
    for (DeclaredGuard guard : book.declarations().guards().values()) {
      row(
          guard.guard().name(),
          guard.about(),
          code(conditions.of(guard.guard().when())),
          ConditionText.number(guard.guard().effect()));
    }
    page.append("\n## Features\n\n| feature | is | scope | type | window | families |\n");
    page.append("|---|---|---|---|---|---|\n");
    for (DeclaredFeature declared : book.declarations().features().values()) {
      row(
          code(declared.feature().id()),
          declared.about(),
          declared.feature().scope().name(),
          declared.type().name(),
          Spans.shown(declared.feature().windowMs()).replaceFirst("^0$", ""),
          declared.feature().families().stream().map(Enum::name).collect(Collectors.joining(", ")));
    }
    page.append(
        "\nFeatures over signal codes add the family of each code seen.\n\n## Profiles\n\n");
    page.append("| profile | for | share of minors | sets |\n|---|---|---|---|\n");
    for (Profile profile : book.profiles()) {
      String sets = profile.params().isEmpty() ? "" : inOrder(profile.params()).toString();
      row(
          profile.id(),
          profile.about(),
          ConditionText.number(profile.ages().minorShare()),
          sets.isEmpty() ? "" : code(sets.substring(1, sets.length() - 1)));
    }
  }

  /** Copied maps have another order in every run. */
  private static Map<String, Map<String, String>> inOrder(Map<String, Map<String, String>> params) {
    Map<String, Map<String, String>> sorted = new TreeMap<>();
    params.forEach((rule, values) -> sorted.put(rule, new TreeMap<>(values)));
    return sorted;
  }

  private void rule(WrittenRule written) {
    Rule rule = written.rule();
    Texts texts = rule.texts();
    page.append("\n## ").append(rule.id()).append("\n\n").append(written.indicator());
    page.append("\n\nHarm ").append(rule.harm()).append(", scope ").append(rule.scope());
    page.append(", version ").append(rule.version()).append(", cool-down ");
    page.append(rule.cooldownMs() == 0 ? "none" : Spans.shown(rule.cooldownMs()));
    page.append(rule.neverSilenced() ? ", never silenced" : "");
    page.append(rule.warnsOfMeetings() ? ", names meetings to come" : "");
    page.append(written.mode() == WrittenRule.Mode.LIVE ? "" : ", " + written.mode());
    page.append(".\n\nFires when ").append(code(conditions.of(rule.when()))).append("\n\n");
    for (Claim claim : rule.claims()) {
      page.append("- ").append(claim.severity()).append(claim.standsAlone() ? " (!)" : "");
      boolean always = claim.when().equals(Condition.ALWAYS);
      page.append(always ? "" : " when " + code(conditions.of(claim.when()))).append('\n');
    }
    page.append("\nEnglish: ").append(texts.explanation().en()).append("\n\nFrançais : ");
    page.append(texts.explanation().fr()).append("\n\n");
    page.append("Would weaken or clear it: ").append(texts.wouldClear().en()).append("\n\n");
    page.append("False positives: ");
    page.append(list(texts.falsePositives().stream().map(Bilingual::en).toList()));
    page.append(". Blind spots: ").append(list(texts.blindSpots())).append(".\n");
    page.append(rule.guards().isEmpty() ? "" : "\nGuards: " + list(rule.guards()) + ".\n");
    page.append("\nLegal basis: ").append(list(written.legalBasis())).append(".\n");
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
  }

  private static String list(List<String> parts) {
    return String.join("; ", parts);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
