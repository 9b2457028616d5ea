package org.vigie.rules.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;
import org.vigie.core.rule.SubjectRole;
import org.vigie.rules.cel.ConditionText;
import org.vigie.rules.cel.Conditions;
import org.vigie.rules.cel.Names;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.schema.Spans;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/** Understands one rule under one profile. */
final class RuleReader {
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
  private static final Pattern PARAM = Pattern.compile("\\bparams\\.([a-z][a-z0-9_]*)");

  /** Stands for the code of {@code for_each_code} that the rule fired for. */
  static final String CODE = "code";

  private final Declarations declared;
  private final Profile profile;
  private final Diagnostics diagnostics;

  RuleReader(Declarations declared, Profile profile, Diagnostics diagnostics) {
    this.declared = declared;
    this.profile = profile;
    this.diagnostics = diagnostics;
  }

  /** The rule; empty if something is wrong, which is then told. */
  Optional<WrittenRule> read(SourceText source, YamlMap file) {
    Diagnostics own = new Diagnostics();
    Optional<WrittenRule> rule = new OfFile(source, file, own).read();
    own.all().forEach(diagnostics::add);
    return own.hasErrors() ? Optional.empty() : rule;
  }

  /** One file on its way to a rule. */
  private final class OfFile {
    private final SourceText source;
    private final YamlMap file;
    private final Diagnostics own;
    private final Conditions conditions;

    OfFile(SourceText source, YamlMap file, Diagnostics own) {
      this.source = source;
      this.file = file;
      this.own = own;
      this.conditions = new Conditions(new Names("features", declared.types(), params()));
    }

    Optional<WrittenRule> read() {
      isInItsPlace();
      Optional<Condition> when = when();
      List<Claim> claims = claims();
      paramsAreUsed();
      when.ifPresent(found -> Bars.check(found, declared.features(), file.scalar("when"), own));
      if (own.hasErrors() || when.isEmpty()) {
        new BrokenRule(declared, new DoubtfulNames(), own).checkNames(file);
        return Optional.empty();
      }
      Optional<Scope> scope = scope(when.get(), claims);
      scope.ifPresent(found -> subjectFits(found, when.get()));
      scope.ifPresent(found -> guardsAndWarningsWork(found, when.get(), claims));
      if (scope.isPresent() && scope.get() != Scope.LINK) {
        claimsAreSupported(when.get(), claims);
        codesAreRead(when.get(), claims);
      }
      placeholdersAreCompared(when.get());
      return scope.filter(fine -> !own.hasErrors()).map(found -> rule(found, when.get(), claims));
    }

    private WrittenRule rule(Scope scope, Condition when, List<Claim> claims) {
      Rule rule =
          new Rule(
              file.text("id"),
              Integer.parseInt(file.text("version")),
              Harm.valueOf(file.text("harm")),
              scope,
              when,
              claims,
              file.texts("guards"),
              Spans.parse(file.text("cool_down")).orElseThrow(),
              isSet(file, "never_silenced"),
              isSet(file, "warns_of_meetings"),
              RuleTexts.of(file),
              eachOf(),
              SubjectRole.valueOf(file.text("subject_role", "SUSPECTED_ACTOR")));
      WrittenRule.Mode mode = WrittenRule.Mode.valueOf(file.text("mode").toUpperCase(Locale.ROOT));
      if (mode != WrittenRule.Mode.LIVE) {
        own.add(
            DiagnosticCode.NOT_LIVE,
            file.scalar("mode").place(),
            rule.id() + " is " + file.text("mode") + " and raises no alert");
      }
      return new WrittenRule(
          rule, mode, file.text("indicator"), file.texts("legal_basis"), source, file);
    }

    private void isInItsPlace() {
      String harm = file.text("harm").toLowerCase(Locale.ROOT).replace('_', '-');
      String path = source.file();
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean ofFolder = path.matches("(.*/)?rules/.*");
      String wanted =
          ofFolder ? "rules/" + harm + "/" + file.text("id") + ".yaml" : file.text("id") + ".yaml";
      if (!(ofFolder ? ("/" + path).endsWith("/" + wanted) : name.equals(wanted))) {
        own.add(
            DiagnosticCode.MISPLACED_FILE,
            file.scalar("id").place(),
            file.text("id") + " of harm " + file.text("harm") + " stands in " + path,
            wanted);
      }
    }

    /** What is written, unless the profile says otherwise. */
    private Map<String, String> params() {
      Map<String, String> params = new LinkedHashMap<>();
      if (file.has("params")) {
        YamlMap written = file.map("params");
        written.fields().keySet().forEach(name -> params.put(name, written.text(name)));
      }
      Map<String, String> set = profile.params().getOrDefault(file.text("id"), Map.of());
      set.forEach((name, value) -> params.computeIfPresent(name, (key, written) -> value));
      return params;
    }

    private void paramsAreUsed() {
      StringBuilder text =
          new StringBuilder(file.text("when")).append(' ').append(file.text("where", ""));
      file.list("severity")
          .forEach(claim -> text.append(' ').append(((YamlMap) claim).text("when", "")));
      List<String> used = new ArrayList<>();
      Matcher matcher = PARAM.matcher(text);
      while (matcher.find()) {
        used.add(matcher.group(1));
      }
      if (file.has("params")) {
        YamlMap params = file.map("params");
        params.fields().keySet().stream()
            .filter(name -> !used.contains(name))
            .forEach(
                name ->
                    own.add(
                        DiagnosticCode.UNUSED,
                        params.keyPlace(name),
                        "no condition uses params." + name));
      }
    }

    /** {@code where} and {@code when} are one condition: whom it looks at, and what they did. */
    private Optional<Condition> when() {
      Optional<Condition> when = conditions.compile(file.scalar("when"), own);
      if (!file.has("where")) {
        return when;
      }
      Optional<Condition> where = conditions.compile(file.scalar("where"), own);
      if (when.isEmpty() || where.isEmpty()) {
        return Optional.empty();
      }
      List<Condition> all = new ArrayList<>(ConditionText.clauses(where.get()));
      all.addAll(ConditionText.clauses(when.get()));
      return Optional.of(new Condition.All(all));
    }

    private List<Claim> claims() {
      List<Claim> claims = new ArrayList<>();
      List<YamlNode> written = file.list("severity");
      for (int i = 0; i < written.size(); i++) {
        YamlMap claim = (YamlMap) written.get(i);
        boolean last = i + 1 == written.size();
        if (last == claim.has("when")) {
          own.add(
              DiagnosticCode.LAST_CLAIM,
              last ? claim.keyPlace("when") : claim.place(),
              last ? "the last claim has a condition" : "a claim before the last has no condition");
        }
        Severity severity = Severity.valueOf(claim.text("claim"));
        if (!claims.isEmpty() && claims.get(i - 1).severity().compareTo(severity) <= 0) {
          own.add(
              DiagnosticCode.CLAIM_ORDER,
              claim.scalar("claim").place(),
              severity + " stands after " + claims.get(i - 1).severity());
        }
        Optional<Condition> when =
            claim.has("when") ? conditions.compile(claim.scalar("when"), own) : Optional.empty();
        when.ifPresent(found -> Bars.check(found, declared.features(), claim.scalar("when"), own));
        claims.add(new Claim(severity, isSet(claim, "alone"), when.orElse(Condition.ALWAYS)));
      }
      return claims;
    }

    /** A link's findings may bring place and identity; others bring what they read. */
    private void claimsAreSupported(Condition when, List<Claim> claims) {
      for (int i = 0; i < claims.size(); i++) {
        Claim claim = claims.get(i);
        Set<Family> families = EnumSet.noneOf(Family.class);
        ConditionText.names(when).forEach(name -> families.addAll(possible().of(name)));
        ConditionText.names(claim.when()).forEach(name -> families.addAll(possible().of(name)));
        boolean high = claim.severity().compareTo(Severity.HIGH) >= 0;
        if (high && !claim.standsAlone() && families.size() < 2) {
          own.add(
              DiagnosticCode.LONELY_CLAIM,
              ((YamlMap) file.list("severity").get(i)).scalar("claim").place(),
              claim.severity() + " is claimed by " + (families.isEmpty() ? "no family" : families));
        }
      }
    }

    /** A rule is judged for each code if, and only if, something that it reads asks for it. */
    private void codesAreRead(Condition when, List<Claim> claims) {
      List<String> names = new ArrayList<>(ConditionText.names(when));
      claims.forEach(claim -> names.addAll(ConditionText.names(claim.when())));
      Optional<String> reading = names.stream().filter(possible()::readsEach).findFirst();
      if (reading.isPresent() && eachOf().isEmpty()) {
        own.add(
            DiagnosticCode.MISSING_FIELD,
            file.scalar("when").place(),
            reading.get() + " reads EACH, and the rule does not say of which codes",
            "for_each_code: [SECRECY, PLATFORM_MOVE]");
      } else if (reading.isEmpty() && file.has("for_each_code")) {
        own.add(
            DiagnosticCode.UNUSED,
            file.keyPlace("for_each_code"),
            "no feature of the rule reads EACH");
      }
    }

    private PossibleFamilies possible() {
      return new PossibleFamilies(name -> feature(name).feature(), eachOf());
    }

    private Set<SignalCode> eachOf() {
      Set<SignalCode> codes = EnumSet.noneOf(SignalCode.class);
      if (file.has("for_each_code")) {
        file.texts("for_each_code").forEach(code -> codes.add(SignalCode.valueOf(code)));
      }
      return codes;
    }

    private Optional<Scope> scope(Condition when, List<Claim> claims) {
      List<String> names = new ArrayList<>(ConditionText.names(when));
      claims.forEach(claim -> names.addAll(ConditionText.names(claim.when())));
      Map<Scope, String> first = new LinkedHashMap<>();
      names.forEach(name -> first.putIfAbsent(feature(name).feature().scope(), name));
      Optional<Scope> scope = Scopes.joined(first.keySet());
      if (scope.isEmpty()) {
        List<String> words = new ArrayList<>();
        first.forEach((of, name) -> words.add(name + " is " + Scopes.words(of)));
        own.add(
            DiagnosticCode.MIXED_SUBJECTS, file.scalar("when").place(), String.join(", ", words));
      }
      return scope;
    }

    private DeclaredFeature feature(String name) {
      DeclaredFeature found = declared.features().get(name);
      if (found == null) {
        throw new IllegalStateException("the compiler let " + name + " through");
      }
      return found;
    }

    /** What an alert names follows from the tables at a link, else it is the account. */
    private void subjectFits(Scope scope, Condition when) {
      Set<String> fitting = new LinkedHashSet<>();
      for (String name : ConditionText.names(when)) {
        tables().of(name).forEach(table -> fitting.add(RuleTables.subjectAt(table)));
      }
      if (fitting.size() > 1) {
        own.add(
            DiagnosticCode.MIXED_SUBJECTS,
            file.scalar("when").place(),
            "its features are of links of several kinds: " + String.join(", ", fitting));
        return;
      }
      String only = fitting.isEmpty() ? "account" : fitting.iterator().next();
      if (!file.text("subject").equals(only)) {
        own.add(
            DiagnosticCode.SUBJECT_MISMATCH,
            file.scalar("subject").place(),
            "subject is " + file.text("subject") + ", and its features are " + Scopes.words(scope),
            only);
      }
    }

    private RuleTables tables() {
      return new RuleTables(name -> feature(name).feature());
    }

    private void warningsWork(Scope scope, Collection<String> read) {
      if (isSet(file, "warns_of_meetings") && !tables().canNameMeetings(scope, read)) {
        own.add(
            DiagnosticCode.WARNS_OF_NOTHING,
            file.keyPlace("warns_of_meetings"),
            "a finding of " + String.join(", ", read) + " knows of nobody's meetings");
      }
    }

    private void guardsAndWarningsWork(Scope scope, Condition when, List<Claim> claims) {
      Set<String> names = new LinkedHashSet<>(ConditionText.names(when));
      claims.forEach(claim -> names.addAll(ConditionText.names(claim.when())));
      new RuleGuards(declared, name -> feature(name).feature(), own).check(file, scope, names);
      warningsWork(scope, names);
    }

    private void placeholdersAreCompared(Condition when) {
      List<String> known = new ArrayList<>(ConditionText.names(when));
      ConditionText.names(when).forEach(name -> known.add(name + ".threshold"));
      if (!eachOf().isEmpty()) {
        known.add(CODE);
      }
      for (String language : List.of("en", "fr")) {
        YamlScalar text = file.map("explanation").scalar(language);
        Matcher matcher = PLACEHOLDER.matcher(text.text());
        while (matcher.find()) {
          String name = matcher.group(1);
          if (!known.contains(name)) {
            own.unknown(
                DiagnosticCode.UNKNOWN_PLACEHOLDER,
                text.place(matcher.start(), matcher.group().length()),
                "no condition of the rule compares " + name,
                name,
                known);
          }
        }
      }
    }
  }

  private static boolean isSet(YamlMap map, String flag) {
    return map.text(flag, "false").equals("true");
  }
}
