package org.vigie.simulator.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.alert.Alert;
import org.vigie.alert.Family;
import org.vigie.alert.Finding;
import org.vigie.alert.Severity;
import org.vigie.simulator.truth.LookAlikeKind;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLookAlike;
import org.vigie.simulator.truth.TruthTotals;

/** Holds alerts against the truth. */
public final class Evaluator {
  private static final long WEEK_MS = 7 * 86_400_000L;
  private static final List<Integer> BUDGETS = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500);
  private static final double PER = 1_000.0;

  private final TruthTotals totals;
  private final List<TruthCase> cases;
  private final List<TruthLookAlike> lookAlikes;
  private final Matching matching;

  private Evaluator(List<TruthLine> truth, List<Alert> alerts) {
    this.totals =
        only(TruthTotals.class, truth).stream()
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("has no line of totals: it was cut short"));
    this.cases = only(TruthCase.class, truth);
    this.lookAlikes = only(TruthLookAlike.class, truth);
    this.matching = new Matching(cases, alerts);
  }

  /**
   * Evaluates.
   *
   * @param alerts the last revision of each
   * @param alertsAWeek how many alerts somebody reads a week, at least 1
   * @throws IllegalArgumentException if the truth is not whole
   */
  public static Evaluation evaluate(List<TruthLine> truth, List<Alert> alerts, int alertsAWeek) {
    Evaluator evaluator = new Evaluator(truth, alerts);
    TreeSet<Integer> budgets = new TreeSet<>(BUDGETS);
    budgets.add(alertsAWeek);
    return new Evaluation(
        evaluator.totals,
        evaluator.harms(),
        evaluator.rules(),
        evaluator.lookAlikes(),
        budgets.stream().map(evaluator::budget).toList(),
        evaluator.budget(alertsAWeek),
        evaluator.ablations(alerts),
        evaluator.matching.alerts().size());
  }

  private List<HarmScore> harms() {
    Map<PlantedHarm, List<TruthCase>> byHarm = new EnumMap<>(PlantedHarm.class);
    cases.forEach(one -> byHarm.computeIfAbsent(one.planted(), h -> new ArrayList<>()).add(one));
    List<HarmScore> scores = new ArrayList<>();
    byHarm.forEach((planted, ofHarm) -> scores.add(harm(planted, ofHarm)));
    return scores;
  }

  private HarmScore harm(PlantedHarm planted, List<TruthCase> ofHarm) {
    List<TruthCase> found = ofHarm.stream().filter(this::isFound).toList();
    List<TruthCase> above = ofHarm.stream().filter(TruthCase::isAbove).toList();
    List<TruthCase> below = ofHarm.stream().filter(one -> !one.isAbove()).toList();
    List<TruthCase> stepping =
        ofHarm.stream().filter(one -> one.harmfulStepMs().isPresent()).toList();
    List<Long> delays = new ArrayList<>();
    List<Long> messages = new ArrayList<>();
    List<Long> targets = new ArrayList<>();
    Map<String, Integer> rules = new TreeMap<>();
    for (TruthCase one : found) {
      long atMs = Matching.firstMs(matching.of(one)).orElseThrow();
      delays.add(Math.max(0, atMs - one.startMs()));
      messages.add(one.actsMs().stream().filter(actMs -> actMs <= atMs).count());
      targets.add(one.reachedMs().values().stream().filter(ms -> ms <= atMs).count());
      rulesOf(matching.of(one)).forEach(rule -> rules.merge(rule, 1, Integer::sum));
    }
    return new HarmScore(
        planted,
        new Share(found.size(), ofHarm.size()),
        share(above, this::isFound),
        share(below, this::isFound),
        share(above, one -> matching.of(one).stream().anyMatch(Matching::wakes)),
        share(stepping, this::isBeforeStep),
        Quantiles.of(delays),
        Quantiles.of(messages),
        Quantiles.of(targets),
        rules);
  }

  private boolean isFound(TruthCase planted) {
    return !matching.of(planted).isEmpty();
  }

  private boolean isBeforeStep(TruthCase planted) {
    OptionalLong atMs = Matching.firstMs(matching.of(planted));
    return atMs.isPresent() && atMs.getAsLong() < planted.harmfulStepMs().orElse(Long.MIN_VALUE);
  }

  /** Totals first: there an alert counts once, however many rules it has. */
  private List<RuleScore> rules() {
    List<RuleScore> scores = new ArrayList<>(ruleScores("", matching.alerts()));
    Map<String, List<Alert>> byRule = new TreeMap<>();
    for (Alert alert : matching.alerts()) {
      for (String rule : rulesOf(List.of(alert))) {
        byRule.computeIfAbsent(rule, id -> new ArrayList<>()).add(alert);
      }
    }
    byRule.forEach((rule, alerts) -> scores.addAll(ruleScores(rule, alerts)));
    return scores;
  }

  private List<RuleScore> ruleScores(String rule, List<Alert> alerts) {
    List<RuleScore> scores = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<Alert> ofSeverity =
          alerts.stream().filter(alert -> alert.getSeverity() == severity).toList();
      int right = (int) ofSeverity.stream().filter(matching::isRight).count();
      int wrong = ofSeverity.size() - right;
      if (severity != Severity.UNRECOGNISED && (rule.isEmpty() || !ofSeverity.isEmpty())) {
        scores.add(new RuleScore(rule, severity, right, wrong, per1000(wrong)));
      }
    }
    return scores;
  }

  private double per1000(int wrong) {
    return totals.activeUserWeeks() == 0 ? 0 : wrong * PER / totals.activeUserWeeks();
  }

  private List<LookAlikeScore> lookAlikes() {
    Map<String, LookAlikeKind> bySubject = new HashMap<>();
    Map<LookAlikeKind, Integer> stories = new EnumMap<>(LookAlikeKind.class);
    for (TruthLookAlike lookAlike : lookAlikes) {
      stories.merge(lookAlike.kind(), 1, Integer::sum);
      for (String subject : lookAlike.subjects()) {
        bySubject.put(Matching.key(lookAlike.community(), subject), lookAlike.kind());
      }
    }
    Map<LookAlikeKind, Integer> woken = new EnumMap<>(LookAlikeKind.class);
    Map<LookAlikeKind, Integer> low = new EnumMap<>(LookAlikeKind.class);
    for (Alert alert : matching.alerts()) {
      Set<LookAlikeKind> kinds = new TreeSet<>();
      for (String subject : Matching.subjects(alert)) {
        LookAlikeKind kind = bySubject.get(Matching.key(alert.getCommunity(), subject));
        if (kind != null && !matching.isRight(alert)) {
          kinds.add(kind);
        }
      }
      kinds.forEach(kind -> (Matching.wakes(alert) ? woken : low).merge(kind, 1, Integer::sum));
    }
    List<LookAlikeScore> scores = new ArrayList<>();
    stories.forEach(
        (kind, count) ->
            scores.add(
                new LookAlikeScore(
                    kind, count, woken.getOrDefault(kind, 0), low.getOrDefault(kind, 0))));
    return scores;
  }

  private BudgetScore budget(int alertsAWeek) {
    Map<Long, List<Alert>> byWeek = new TreeMap<>();
    for (Alert alert : matching.alerts()) {
      long atMs = Matching.firstMs(List.of(alert)).orElse(totals.startMs());
      byWeek
          .computeIfAbsent(Math.floorDiv(atMs - totals.startMs(), WEEK_MS), w -> new ArrayList<>())
          .add(alert);
    }
    int read = 0;
    int right = 0;
    for (List<Alert> week : byWeek.values()) {
      week.sort(WORST_FIRST);
      List<Alert> seen = week.subList(0, Math.min(alertsAWeek, week.size()));
      read += seen.size();
      right += (int) seen.stream().filter(matching::isRight).count();
    }
    return new BudgetScore(alertsAWeek, new Share(right, read));
  }

  private static final Comparator<Alert> WORST_FIRST =
      Comparator.comparing(Alert::getSeverity)
          .reversed()
          .thenComparing(Evaluator::score, Comparator.reverseOrder())
          .thenComparing(Alert::getAlertId);

  private static double score(Alert alert) {
    Double score = alert.getScore();
    return score == null ? 0 : score;
  }

  /** A case is still found if a finding is left that did without the evidence. */
  private List<AblationScore> ablations(List<Alert> alerts) {
    Set<Family> used = new TreeSet<>();
    for (Alert alert : matching.alerts()) {
      alert.getFindings().forEach(finding -> used.addAll(finding.getFamilies()));
    }
    List<AblationScore> scores = new ArrayList<>();
    for (Family family : used) {
      List<Alert> left =
          alerts.stream()
              .map(
                  alert ->
                      Alert.newBuilder(alert)
                          .setFindings(
                              alert.getFindings().stream()
                                  .filter(finding -> !finding.getFamilies().contains(family))
                                  .toList())
                          .build())
              .toList();
      Matching without = new Matching(cases, left);
      int wrong =
          (int)
              without.alerts().stream()
                  .filter(alert -> Matching.wakes(alert) && !without.isRight(alert))
                  .count();
      List<TruthCase> above = cases.stream().filter(TruthCase::isAbove).toList();
      scores.add(new AblationScore(family, share(above, one -> !without.of(one).isEmpty()), wrong));
    }
    return scores;
  }

  private static Set<String> rulesOf(List<Alert> alerts) {
    Set<String> rules = new TreeSet<>();
    for (Alert alert : alerts) {
      alert.getFindings().stream().map(Finding::getRule).forEach(rules::add);
    }
    return rules;
  }

  private static Share share(List<TruthCase> of, Predicate<TruthCase> hit) {
    return new Share((int) of.stream().filter(hit).count(), of.size());
  }

  private static <T> List<T> only(Class<T> type, List<TruthLine> truth) {
    return truth.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
