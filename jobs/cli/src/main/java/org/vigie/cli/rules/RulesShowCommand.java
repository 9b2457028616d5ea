package org.vigie.cli.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Ink;
import org.vigie.cli.console.Wrap;
import org.vigie.core.event.SignalCode;
import org.vigie.core.judge.CompiledRules;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Texts.Bilingual;
import org.vigie.rules.bundle.DeclaredFeature;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.schema.Spans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a rule with the numbers that are in force. */
@Command(
    name = "show",
    header = "Shows a rule with the numbers that are in force, and what follows from it.",
    footer = {
      "",
      "Examples:",
      "  vigie rules show G1",
      "  vigie rules show G1 --profile dating",
      "  vigie rules show G9 --rules my-rules"
    })
final class RulesShowCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final RulesOrigin origin = new RulesOrigin();

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      description =
          "A folder such as config, or a file of one rule. Default: config, or what ships.")
  private @Nullable Path path;

  @Parameters(paramLabel = "ID", description = "Id of the rule, such as G1.")
  private String id;

  RulesShowCommand(Session session) {
    this.session = session;
    this.id = "";
  }

  @Override
  public Integer call() {
    Console console = session.get();
    Rulebook book = origin.right(path, console);
    WrittenRule written =
        book.rule(id)
            .orElseThrow(
                () ->
                    CommandFailedException.unknownName(
                        "there is no rule " + id,
                        id,
                        book.rules().stream().map(one -> one.rule().id()).toList()));
    console.print(console.style().paint(Ink.STRONG, id + "  " + written.indicator()));
    for (String line : lines(written, book)) {
      console.print(line.startsWith(" ") ? List.of(line) : Wrap.lines(line, console.width()));
    }
    return ExitCode.DONE;
  }

  private static List<String> lines(WrittenRule written, Rulebook book) {
    ConditionText conditions = new ConditionText(book.declarations().types()::get);
    Rule rule = written.rule();
    List<String> lines = new ArrayList<>();
    lines.add("file: " + written.source().file() + ", version " + rule.version());
    lines.add("harm: " + rule.harm() + ", judged at " + stop(rule));
    if (!rule.forEachCode().isEmpty()) {
      String codes =
          rule.forEachCode().stream().map(SignalCode::name).collect(Collectors.joining(", "));
      lines.add("judged for each of: " + codes);
    }
    lines.add("fires when:");
    for (Condition clause : ConditionText.clauses(rule.when())) {
      lines.add("  " + conditions.of(clause));
    }
    for (Claim claim : rule.claims()) {
      String when =
          claim.when().equals(Condition.ALWAYS) ? "" : " when " + conditions.of(claim.when());
      lines.add("claims: " + claim.severity() + (claim.standsAlone() ? " (!)" : "") + when);
    }
    lines.add("guards: " + (rule.guards().isEmpty() ? "none" : String.join(", ", rule.guards())));
    lines.add("cool-down: " + Spans.shown(rule.cooldownMs()));
    lines.add("certain on arrival: " + (isCertain(rule, book) ? "yes" : "no"));
    lines.add("features:");
    Set<String> names = new LinkedHashSet<>(ConditionText.names(rule.when()));
    rule.claims().forEach(claim -> names.addAll(ConditionText.names(claim.when())));
    names.forEach(name -> lines.add("  " + name + about(book.declarations().features().get(name))));
    lines.add("en: " + rule.texts().explanation().en());
    lines.add("fr: " + rule.texts().explanation().fr());
    lines.add("would clear: " + rule.texts().wouldClear().en());
    List<Bilingual> falsePositives = rule.texts().falsePositives();
    lines.add("false positives: " + String.join("; ", each(falsePositives, Bilingual::en)));
    lines.add("faux positifs : " + String.join(" ; ", each(falsePositives, Bilingual::fr)));
    lines.add("blind spots: " + String.join("; ", rule.texts().blindSpots()));
    lines.add("legal basis: " + String.join("; ", written.legalBasis()));
    lines.add("look-alikes: " + String.join(", ", book.declarations().lookAlikes(rule.harm())));
    return lines;
  }

  private static String about(@Nullable DeclaredFeature feature) {
    if (feature == null) {
      return "";
    }
    long windowMs = feature.feature().windowMs();
    return ": " + feature.about() + (windowMs == 0 ? "" : " (" + Spans.shown(windowMs) + ")");
  }

  private static List<String> each(List<Bilingual> texts, Function<Bilingual, String> language) {
    return texts.stream().map(language).toList();
  }

  private static boolean isCertain(Rule rule, Rulebook book) {
    return new CompiledRules(book.ruleSet(List.of(rule)))
        .judge(rule.scope())
        .rules()
        .get(0)
        .isCertain();
  }

  private static String stop(Rule rule) {
    return switch (rule.scope()) {
      case ACCOUNT, PAIR -> "SENDER";
      case LINK -> "LINKS";
    };
  }
}
