package org.vigie.rules.diagnostic;

import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that can be wrong, by a number that never changes its meaning: 10xx files, 11xx YAML,
 * 12xx fields, 13xx conditions, 14xx what they mean together, 15xx profiles, 16xx tests and (1651)
 * phrases, 17xx options of the job, 19xx the command line.
 */
public enum DiagnosticCode {
  NO_FILE(
      1001,
      "there is nothing to check",
      "A check of nothing says nothing. Name a folder that holds rules/, features/ and profiles/ as"
          + " config does, and look whether the files end in .yaml."),
  UNREADABLE_FILE(
      1002,
      "a file can't be read",
      "The file is missing, is not yours to read, or is not UTF-8 text. Save it as UTF-8."),
  FILE_TOO_LARGE(
      1003,
      "a file is too large",
      "A file of rules has at most 64 KiB. Write one rule a file; split a file of features."),
  MISPLACED_FILE(
      1004,
      "a file is not where its content belongs",
      "A rule with id G9 of harm GROOMING stands in rules/grooming/G9.yaml, its tests in"
          + " rules/grooming/G9.test.yaml, so that everybody finds it."),

  BROKEN_YAML(
      1101,
      "this is not YAML",
      "Indent by two spaces and never by tabs; put a space after a colon; quote a text that holds"
          + " a colon followed by a space, or that begins with one of & * ! % @ `."),
  DUPLICATE_KEY(1102, "a field stands twice", "Keep one of the two."),
  YAML_ALIAS(
      1103,
      "anchors and aliases are not read",
      "Write the value out: a rule is read by people who never saw the other place."),
  TOO_DEEP(1104, "this is nested too deeply", "No file of rules needs more than 12 levels."),

  UNKNOWN_FIELD(
      1201,
      "a field is not known",
      "A misspelt field would silently do nothing, so it is refused. config/schema holds what"
          + " editors complete from."),
  MISSING_FIELD(
      1202,
      "a field is missing",
      "Add it. The fields that explain a rule are as necessary as its condition: a reviewer decides"
          + " by them."),
  WRONG_KIND(
      1203,
      "another kind of value is needed",
      "A list is written as lines that begin with a dash or as [a, b], a map as `name: value`"
          + " lines, a text as it is."),
  BAD_VALUE(1204, "a value is not one of those allowed", "Use one of those listed."),
  OUT_OF_RANGE(1205, "a value is out of its range", "Use a value inside the range that is given."),
  EITHER_OR(
      1206,
      "exactly one of several fields is needed",
      "The field says what kind of thing this is: it can be one kind only."),

  BROKEN_EXPRESSION(
      1301,
      "a condition can't be read",
      "Conditions are CEL: comparisons such as `stages >= 3`, flags such as `household`, joined by"
          + " &&, ||, ! and parentheses."),
  UNKNOWN_NAME(
      1302,
      "a condition names something that is not declared",
      "Rules name features of config/features and their own params as params.name; a `where` of a"
          + " feature names columns of its table."),
  NOT_IN_DIALECT(
      1303,
      "CEL has this, rules do not",
      "A condition compares one name with a number or a param, or takes a flag, and joins these by"
          + " &&, ||, !. Arithmetic, texts, functions, macros, lists and c ? a : b are left out, so"
          + " that every clause can be shown to a reviewer with its value. To relate two features,"
          + " declare a third: share, sum, chance."),
  WRONG_TYPE(
      1304,
      "a name is compared with what it can't be compared with",
      "Flags stand alone or after !: `household`, `!household`. Counts and numbers are compared by"
          + " >=, <=, >, <, and counts by == and != too."),
  EXACT_NUMBER(
      1305,
      "a measured number is compared exactly",
      "Sums, shares and probabilities are hardly ever exactly a value. Use >= or <=."),
  TOO_COMPLEX(
      1306,
      "a condition is too large",
      "At most 2000 characters, 32 clauses and 8 levels. Move parts into the `where` of a feature,"
          + " or write two rules."),
  CONSTANT(
      1307,
      "a condition, or a part of it, never changes",
      "Take it out, or compare a feature. A claim that always holds has no `when`."),
  IDLE_BAR(
      1308,
      "a bar that nothing reaches, or that everything passes",
      "Shares and probabilities go from 0 to 1 and are no percentages; counts begin at 0 and end"
          + " where the engine keeps no more. Clauses about one name must leave a number that"
          + " fulfils them, and one that does not."),
  IDLE_CLAUSE(
      1309,
      "a clause changes nothing beside the others",
      "Take it out, or move its bar: as it stands the rule fires just as often without it, and whoever"
          + " tunes it is deceived.",
      true),

  DUPLICATE_ID(1401, "two things have the same name", "Rename or remove one of them."),
  MIXED_SUBJECTS(
      1402,
      "no stop knows all of these",
      "A rule reads features of an account, or of an account and a pair, or of a link (device,"
          + " place): each is known at another stop. Write two rules; the case joins their"
          + " findings."),
  SUBJECT_MISMATCH(
      1403,
      "the rule's subject is not what its features are about",
      "Features of accounts and pairs make alerts about an account; features of links about a"
          + " device, or, failing one, an account."),
  UNKNOWN_FEATURE(1404, "a feature is not declared", "Declare it in config/features."),
  FEATURE_CYCLE(
      1405,
      "a feature is made of itself",
      "Shares and chances are made of other features; follow them to one that counts."),
  WINDOW_NOT_KEPT(
      1406,
      "nothing is kept for so long",
      "The engine keeps new contacts and stage codes for 14 days and reports for 90. A longer"
          + " window would silently count too little."),
  CODE_NOT_KEPT(
      1407,
      "this code is not kept",
      "Per pair the engine keeps stages: AGE_PROBE to COME_ALONE, GIFT_OFFER and MONEY_OFFER."),
  UNKNOWN_GUARD(1408, "a guard is not declared", "Declare it in config/features/guards.yaml."),
  GUARD_OUT_OF_REACH(
      1409,
      "a guard reads what this rule's stop does not know",
      "Take it out: a guard about a pair has no meaning for a rule about an account."),
  LAST_CLAIM(
      1410,
      "the last claim must always hold",
      "Claims are tried from the first down; the last one has no `when`, so that a rule that fires"
          + " always claims something."),
  CLAIM_ORDER(1411, "claims go from the highest severity down", "Sort them."),
  UNUSED(
      1412,
      "something is declared and not used",
      "Use it, or take it out: a parameter without effect deceives whoever tunes it."),
  UNKNOWN_PLACEHOLDER(
      1413,
      "an explanation names a feature that the rule does not compare",
      "Between braces stand features of the rule's conditions: {stages} is the value seen,"
          + " {stages.threshold} its bar. Where the rule is judged for_each_code, {code} is the code"
          + " that it fired for."),
  GUARDED_NEVER_SILENCED(
      1414,
      "a rule that is never silenced has guards",
      "Guards would lower it. Take the guards or never_silenced out."),
  NOT_LIVE(
      1415,
      "this rule is not live",
      "It is checked and tested, and raises no alert. Write mode: live to switch it on.",
      true),
  LONELY_CLAIM(
      1416,
      "this claim can only show as MEDIUM",
      "HIGH and CRITICAL need two families of evidence, and this rule alone has at most one. That"
          + " is right where other rules' findings join the case; mark the claim alone: true where"
          + " DOMAIN marks it (!).",
      true),
  GUARD_WITHOUT_EFFECT(
      1417,
      "a guard could never lower this rule",
      "Take it out, or take one that is known where the rule is judged. Rules that read the stages of"
          + " a pair, and no signs (hits, who opened, unanswered runs), are judged where signs are not"
          + " known: a guard that reads them would stay unknown, and deceive whoever relies on it."),
  WARNS_OF_NOTHING(
      1418,
      "a rule could never name a meeting",
      "Take warns_of_meetings out. A finding names the meetings of an account with those whom it lists,"
          + " or those of the accounts of a device. One about media, links, texts, rooms or a target, or"
          + " about an account's posts alone, knows of nobody's meetings."),

  UNKNOWN_PARAM(
      1501,
      "a profile sets what no rule declares",
      "A profile overrides params of rules, by rule id and name."),
  PRIOR_NOT_ONE(
      1502,
      "shares of age bands do not add up to 1",
      "Give the share of each band among all accounts; together they are everybody."),
  UNKNOWN_PROFILE(1503, "there is no such profile", "Use one of config/profiles."),

  NO_TESTS(
      1601,
      "a rule has no tests",
      "Beside rules/grooming/G9.yaml stands rules/grooming/G9.test.yaml. See that of G1."),
  TOO_FEW_CASES(1602, "a rule has too few cases", "At least five: see the kinds that are needed."),
  MISSING_CASE(
      1603,
      "a kind of case is missing",
      "Each rule shows: fires, boundary (quiet at limit − 1 and firing at the limit), duplicate,"
          + " late, cool_down, evasion (known and not caught), look_alike."),
  MISSING_LOOK_ALIKE(
      1604,
      "a look-alike of the harm has no case",
      "features/look-alikes.yaml lists people who look like this harm and are not. Each is a case"
          + " that stays below MEDIUM."),
  BAD_EVENT(
      1605,
      "an event of a case can't be made",
      "An event has `at` and one of: message, report, interaction, age, sign_in, household, role,"
          + " created, deleted, erased, restored, banned, joined, review."),
  CASE_FAILED(
      1606, "a case came out otherwise", "The timeline shows each clause and what stopped it."),

  UNUSABLE_PHRASE(
      1651,
      "a phrase would be met everywhere, or nowhere",
      "A single word says too little, since everybody uses it, and a long phrase is hardly ever said"
          + " twice. Write two to eight words as people write them; case, accents, apostrophes and"
          + " punctuation do not matter."),
  REPEATED_PHRASE(
      1652, "a phrase stands twice", "Keep one of the two, under the code that it hints at most."),

  UNKNOWN_OPTION(
      1701,
      "an option of the job is not known",
      "A misspelt option would silently do nothing, so it is refused. docs/options.md lists all that"
          + " begin with vigie.; others are Flink's own."),
  OPTION_NOT_ALLOWED(
      1702,
      "an option of the job has a value that it can't have",
      "Use one of those named. docs/options.md says what the option does, and what comes of changing"
          + " it while state is kept."),
  OPTION_CLASH(
      1703,
      "two options of the job do not go together",
      "Each is allowed by itself. Change one of them."),
  DUPLICATE_OPTION(
      1704,
      "an option of the job stands twice",
      "Keep one of the two. Names may be nested or written with dots: `vigie: {stop.hot-keys: 1}` and"
          + " `vigie.stop.hot-keys: 1` are the same."),
  BROKEN_OPTIONS(
      1705,
      "this is no file of options",
      "Write it as Flink's config.yaml: `name: value` lines, names nested or with dots, lists in"
          + " brackets."),

  UNKNOWN_CODE(
      1901,
      "there is no such code",
      "Codes are printed with every message; docs/diagnostics.md lists them."),
  UNKNOWN_COMMAND(1902, "there is no such command", "`vigie --help` lists the commands."),
  UNKNOWN_ARGUMENT_NAME(
      1903,
      "a command has no such option",
      "`vigie COMMAND --help` lists its options. Options of the job, which begin with vigie., are"
          + " given as -DNAME=VALUE or in a file by --config."),
  ARGUMENT_NOT_ALLOWED(
      1904,
      "a word on the command line is not one of those allowed",
      "Use one of those named; `vigie COMMAND --help` says what each is for."),
  MISSING_ARGUMENT(
      1905,
      "something is missing on the command line",
      "Add it; `vigie COMMAND --help` shows examples."),
  SURPLUS_ARGUMENT(
      1906, "there is too much on the command line", "Leave it out; quote what holds blanks."),
  WRONG_USE(
      1907,
      "this can't be done as it was asked for",
      "The message says what stands in the way: a file that can't be opened, or words that do not go"
          + " together.");

  private final int number;
  private final String title;
  private final String mend;
  private final boolean warning;

  DiagnosticCode(int number, String title, String mend) {
    this(number, title, mend, false);
  }

  DiagnosticCode(int number, String title, String mend, boolean warning) {
    this.number = number;
    this.title = title;
    this.mend = mend;
    this.warning = warning;
  }

  /** {@code VIGIE-} and the number. */
  public String id() {
    return "VIGIE-" + number;
  }

  /** What is wrong, in general. */
  public String title() {
    return title;
  }

  /** How to mend it. */
  public String mend() {
    return mend;
  }

  /** Whether the rules can be used all the same. */
  public boolean isWarning() {
    return warning;
  }

  /** {@code error} or {@code warning}. */
  public String word() {
    return warning ? "warning" : "error";
  }

  /** A code by its id; the number alone will do. */
  public static Optional<DiagnosticCode> of(String id) {
    String number = id.replaceFirst("(?i)^vigie-", "");
    return Arrays.stream(values())
        .filter(code -> String.valueOf(code.number).equals(number))
        .findFirst();
  }
}
