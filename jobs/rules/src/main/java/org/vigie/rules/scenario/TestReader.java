package org.vigie.rules.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.schema.FileKind;
import org.vigie.rules.schema.Spans;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;

/** Understands the tests of rules, and holds each rule to having enough of them. */
public final class TestReader {
  private static final int CASES_MIN = 5;

  private final Rulebook book;
  private final Diagnostics diagnostics;

  private TestReader(Rulebook book, Diagnostics diagnostics) {
    this.book = book;
    this.diagnostics = diagnostics;
  }

  /** The tests of all rules of a book, by rule. */
  public static List<RuleTests> read(
      List<SourceText> files, Rulebook book, Diagnostics diagnostics) {
    return new TestReader(book, diagnostics).read(files);
  }

  private List<RuleTests> read(List<SourceText> files) {
    Map<String, RuleTests> byRule = new LinkedHashMap<>();
    for (SourceText file : files) {
      FileKind.TEST
          .read(file, diagnostics)
          .ifPresentOrElse(
              map -> tests(file, map).ifPresent(tests -> byRule.put(tests.rule(), tests)),
              () ->
                  FileKind.formless(file)
                      .ifPresent(map -> new BrokenTests(diagnostics).check(map)));
    }
    // A file of tests that can't be read may be that of a rule that seems to have none.
    boolean isAllRead = !diagnostics.hasErrors();
    List<RuleTests> inOrder = new ArrayList<>();
    for (WrittenRule rule : book.rules()) {
      RuleTests tests = byRule.get(rule.rule().id());
      if (tests != null) {
        inOrder.add(tests);
        suffices(rule, tests);
      } else if (isAllRead) {
        diagnostics.add(
            DiagnosticCode.NO_TESTS,
            rule.written().scalar("id").place(),
            rule.rule().id() + " has no tests",
            rule.source().file().replaceFirst("\\.yaml$", ".test.yaml"));
      }
    }
    return inOrder;
  }

  private Optional<RuleTests> tests(SourceText file, YamlMap map) {
    String id = map.text("rule");
    Optional<WrittenRule> rule = book.rule(id);
    if (rule.isEmpty()) {
      diagnostics.unknown(
          DiagnosticCode.BAD_VALUE,
          map.scalar("rule").place(),
          "there is no rule " + id,
          id,
          book.rules().stream().map(known -> known.rule().id()).toList());
      return Optional.empty();
    }
    if (!file.file().endsWith(id + ".test.yaml")) {
      diagnostics.add(
          DiagnosticCode.MISPLACED_FILE,
          map.scalar("rule").place(),
          "the tests of " + id + " stand in " + file.file(),
          id + ".test.yaml");
    }
    List<RuleCase> cases = new ArrayList<>();
    Harm harm = rule.get().rule().harm();
    for (YamlNode node : map.list("cases")) {
      ruleCase((YamlMap) node, harm).ifPresent(cases::add);
    }
    return Optional.of(new RuleTests(id, cases, map.scalar("rule").place()));
  }

  private Optional<RuleCase> ruleCase(YamlMap map, Harm harm) {
    Diagnostics own = new Diagnostics();
    List<RecordedEvent> events = CaseEvents.of(map.list("events"), harm, own);
    own.all().forEach(diagnostics::add);
    if (own.hasErrors()) {
      return Optional.empty();
    }
    long lastMs =
        events.stream()
            .mapToLong(event -> Math.max(event.event().timeMs(), event.recordedMs()))
            .max()
            .orElse(CaseEvents.BEGIN_MS);
    long endMs =
        map.has("settle_at")
            ? CaseEvents.BEGIN_MS + Spans.parse(map.text("settle_at")).orElseThrow()
            : lastMs;
    return Optional.of(
        new RuleCase(
            map.text("name"),
            RuleCase.Kind.valueOf(map.text("kind").toUpperCase(Locale.ROOT)),
            map.text("look_alike", ""),
            map.text("profile", Profile.DEFAULT),
            events,
            Math.max(endMs, lastMs),
            expected(map),
            map.scalar("name").place()));
  }

  private static Expected expected(YamlMap map) {
    List<Expected.OneAlert> alerts = new ArrayList<>();
    for (YamlNode node : map.list("alerts")) {
      YamlMap alert = (YamlMap) node;
      Map<String, String> observed = new LinkedHashMap<>();
      if (alert.has("observed")) {
        YamlMap values = alert.map("observed");
        values.fields().keySet().forEach(name -> observed.put(name, values.text(name)));
      }
      alerts.add(
          new Expected.OneAlert(
              alert.text("subject"),
              Severity.valueOf(alert.text("severity")),
              alert.texts("families").stream().map(Family::valueOf).collect(Collectors.toSet()),
              number(alert, "findings"),
              number(alert, "revisions"),
              names(alert, "guards"),
              names(alert, "to_warn"),
              meetingMs(alert),
              observed));
    }
    return new Expected(
        alerts, map.get("nothing_above").map(node -> Severity.valueOf(map.text("nothing_above"))));
  }

  private static Optional<Set<String>> names(YamlMap map, String field) {
    return map.get(field).map(given -> Set.copyOf(map.texts(field)));
  }

  private static OptionalLong meetingMs(YamlMap map) {
    return map.has("meeting_time")
        ? OptionalLong.of(CaseEvents.BEGIN_MS + Spans.parse(map.text("meeting_time")).orElseThrow())
        : OptionalLong.empty();
  }

  private static OptionalInt number(YamlMap map, String field) {
    return map.has(field) ? OptionalInt.of(Integer.parseInt(map.text(field))) : OptionalInt.empty();
  }

  private void suffices(WrittenRule rule, RuleTests tests) {
    String id = rule.rule().id();
    if (tests.cases().size() < CASES_MIN) {
      diagnostics.add(
          DiagnosticCode.TOO_FEW_CASES,
          tests.place(),
          id + " has " + tests.cases().size() + " cases",
          "at least " + CASES_MIN);
    }
    List<String> missing = new ArrayList<>();
    for (RuleCase.Kind kind : RuleCase.Kind.values()) {
      long given = tests.cases().stream().filter(one -> one.kind() == kind).count();
      if (given < needed(kind, rule)) {
        missing.add(kind.word() + " (" + given + " of " + needed(kind, rule) + ")");
      }
    }
    tell(DiagnosticCode.MISSING_CASE, tests, id + " lacks cases of kind ", missing);
    List<String> lookAlikes = new ArrayList<>(book.declarations().lookAlikes(rule.rule().harm()));
    tests.cases().forEach(one -> lookAlikes.remove(one.lookAlike()));
    tell(DiagnosticCode.MISSING_LOOK_ALIKE, tests, id + " lacks the look-alikes ", lookAlikes);
  }

  private void tell(DiagnosticCode code, RuleTests tests, String what, List<String> missing) {
    if (!missing.isEmpty()) {
      diagnostics.add(code, tests.place(), what + String.join(", ", missing));
    }
  }

  /** A rule without cool-down has nothing to show of it. */
  private static int needed(RuleCase.Kind kind, WrittenRule rule) {
    return switch (kind) {
      case FIRES, DUPLICATE, LATE, EVASION -> 1;
      case BOUNDARY -> 2;
      case COOL_DOWN -> rule.rule().cooldownMs() == 0 ? 0 : 1;
      case QUIET, LOOK_ALIKE -> 0;
    };
  }
}
