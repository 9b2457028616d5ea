package org.vigie.simulator.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Finding;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLookAlike;

/**
 * Alerts held against the truth case by case, for people to look at. An alert is <em>wrong</em> if
 * it ever reached MEDIUM and is about nobody of any planted case; below MEDIUM it is a weight and
 * wakes nobody.
 *
 * @param cases what became of each planted case, in the truth's order
 * @param lookAlikes what was said of each look-alike, in the truth's order
 * @param wrong highest revision of each wrong alert
 * @param lowOnOthers alerts below MEDIUM about people of no planted case
 */
public record Scorecard(
    List<CaseResult> cases, List<LookAlikeResult> lookAlikes, List<Alert> wrong, int lowOnOthers) {
  public Scorecard {
    cases = List.copyOf(cases);
    lookAlikes = List.copyOf(lookAlikes);
    wrong = List.copyOf(wrong);
  }

  /**
   * What became of a planted case.
   *
   * @param alerts last revision of each alert of its harm about anybody of it; none if it was
   *     missed
   * @param severity the highest that one of them reached; empty if it was missed
   * @param raisedMs event time of the first finding; empty if it was missed
   * @param warning the first revision that names a meeting of one of its victims as pending; empty
   *     if there was none
   */
  public record CaseResult(
      TruthCase planted,
      List<Alert> alerts,
      Optional<Severity> severity,
      OptionalLong raisedMs,
      Optional<Alert> warning) {
    public CaseResult {
      alerts = List.copyOf(alerts);
    }

    /** Whether an alert of its harm was raised about it. */
    public boolean found() {
      return !alerts.isEmpty();
    }

    /** How long before the harmful step it was raised; negative if after; empty without either. */
    public OptionalLong leadMs() {
      return raisedMs.isPresent() && planted.harmfulStepMs().isPresent()
          ? OptionalLong.of(planted.harmfulStepMs().getAsLong() - raisedMs.getAsLong())
          : OptionalLong.empty();
    }

    /** Event time at which a victim's meeting was first named as pending. */
    public OptionalLong warnedMs() {
      return warning.stream()
          .flatMap(alert -> alert.getFindings().stream())
          .mapToLong(Finding::getTime)
          .max();
    }

    /** Rules that found it, by name. */
    public Set<String> rules() {
      Set<String> rules = new TreeSet<>();
      alerts.forEach(alert -> alert.getFindings().forEach(one -> rules.add(one.getRule())));
      return rules;
    }
  }

  /**
   * What was said of a look-alike.
   *
   * @param severity the highest that an alert about it reached; empty if there was none
   */
  public record LookAlikeResult(TruthLookAlike lookAlike, Optional<Severity> severity) {
    /** Whether it was left alone, as it must be. */
    public boolean leftAlone() {
      return severity.isEmpty() || severity.get().compareTo(Matching.WAKES_SOMEONE) < 0;
    }
  }

  /**
   * What became of a family of harm.
   *
   * @param shown found of the cases that show
   * @param faint found of the others, which nobody expects to be found
   * @param wrong wrong alerts of this harm
   * @param beforeStep found before the harmful step, of all found ones that have one
   */
  public record HarmRow(Harm harm, Share shown, Share faint, int wrong, Share beforeStep) {}

  /**
   * Compares.
   *
   * @param revisions settled revisions in their order, as many as there were; the same one twice
   *     changes nothing
   */
  public static Scorecard of(List<TruthLine> truth, Collection<Alert> revisions) {
    return new Comparison(truth, revisions).score();
  }

  /** One line of each family of harm that was planted or wrongly named. */
  public List<HarmRow> byHarm() {
    Map<Harm, List<CaseResult>> planted = new EnumMap<>(Harm.class);
    cases.forEach(one -> planted.computeIfAbsent(harm(one), h -> new ArrayList<>()).add(one));
    wrong.forEach(alert -> planted.computeIfAbsent(alert.getHarm(), h -> new ArrayList<>()));
    List<HarmRow> rows = new ArrayList<>();
    planted.forEach((harm, ofHarm) -> rows.add(row(harm, ofHarm)));
    return rows;
  }

  /** Cases that show and were missed. */
  public List<CaseResult> missed() {
    return cases.stream().filter(one -> one.planted().isAbove() && !one.found()).toList();
  }

  /** Found of the cases that show. */
  public Share shown() {
    return found(cases.stream().filter(one -> one.planted().isAbove()));
  }

  /** Found of the cases that hardly show. */
  public Share faint() {
    return found(cases.stream().filter(one -> !one.planted().isAbove()));
  }

  /** Look-alikes that were raised to MEDIUM or above. */
  public List<LookAlikeResult> accused() {
    return lookAlikes.stream().filter(one -> !one.leftAlone()).toList();
  }

  private HarmRow row(Harm harm, List<CaseResult> ofHarm) {
    List<CaseResult> stepping = ofHarm.stream().filter(one -> one.leadMs().isPresent()).toList();
    int inTime = (int) stepping.stream().filter(one -> one.leadMs().getAsLong() > 0).count();
    return new HarmRow(
        harm,
        found(ofHarm.stream().filter(one -> one.planted().isAbove())),
        found(ofHarm.stream().filter(one -> !one.planted().isAbove())),
        (int) wrong.stream().filter(alert -> alert.getHarm() == harm).count(),
        new Share(inTime, stepping.size()));
  }

  private static Harm harm(CaseResult result) {
    return result.planted().planted().harm();
  }

  private static Share found(Stream<CaseResult> of) {
    List<CaseResult> all = of.toList();
    return new Share((int) all.stream().filter(CaseResult::found).count(), all.size());
  }

  /** All revisions of each alert beside the truth. */
  private static final class Comparison {
    private final List<TruthLine> truth;
    private final Map<String, List<Alert>> revisions = new LinkedHashMap<>();
    private final Matching matching;

    Comparison(List<TruthLine> truth, Collection<Alert> all) {
      this.truth = truth;
      for (Alert revision : all) {
        if (revision.getState() != AlertState.WITHDRAWN) {
          revisions.computeIfAbsent(revision.getAlertId(), id -> new ArrayList<>()).add(revision);
        }
      }
      this.matching =
          new Matching(
              only(TruthCase.class), revisions.values().stream().map(Comparison::last).toList());
    }

    Scorecard score() {
      List<Alert> wrong = new ArrayList<>();
      int low = 0;
      for (Alert alert : matching.alerts()) {
        if (!matching.isRight(alert)) {
          if (wakes(alert)) {
            wrong.add(alert);
          } else {
            low++;
          }
        }
      }
      return new Scorecard(
          only(TruthCase.class).stream().map(this::result).toList(), lookAlikes(), wrong, low);
    }

    private CaseResult result(TruthCase planted) {
      List<Alert> alerts = matching.of(planted);
      List<Alert> all = alerts.stream().flatMap(alert -> all(alert).stream()).toList();
      return new CaseResult(
          planted,
          alerts,
          alerts.stream().map(this::highest).max(Severity::compareTo),
          Matching.firstMs(all),
          all.stream().filter(revision -> warns(revision, planted)).findFirst());
    }

    private List<LookAlikeResult> lookAlikes() {
      Map<String, Severity> highest = new HashMap<>();
      for (Alert alert : matching.alerts()) {
        if (!matching.isRight(alert)) {
          for (String subject : Matching.subjects(alert)) {
            highest.merge(
                Matching.key(alert.getCommunity(), subject),
                highest(alert),
                (one, other) -> one.compareTo(other) >= 0 ? one : other);
          }
        }
      }
      return only(TruthLookAlike.class).stream().map(one -> result(one, highest)).toList();
    }

    private static LookAlikeResult result(TruthLookAlike one, Map<String, Severity> highest) {
      return new LookAlikeResult(
          one,
          one.subjects().stream()
              .map(subject -> highest.get(Matching.key(one.community(), subject)))
              .flatMap(Stream::ofNullable)
              .max(Severity::compareTo));
    }

    private static boolean warns(Alert revision, TruthCase planted) {
      return revision.getImminent()
          && revision.getCounterparts().stream()
              .anyMatch(one -> planted.victims().contains(one.getAccount()));
    }

    private boolean wakes(Alert alert) {
      return highest(alert).compareTo(Matching.WAKES_SOMEONE) >= 0;
    }

    private Severity highest(Alert alert) {
      return all(alert).stream()
          .map(Alert::getSeverity)
          .max(Severity::compareTo)
          .orElse(Severity.UNRECOGNISED);
    }

    private List<Alert> all(Alert alert) {
      return revisions.getOrDefault(alert.getAlertId(), List.of());
    }

    private static Alert last(List<Alert> revisions) {
      Alert last = revisions.get(0);
      for (Alert revision : revisions) {
        last = revision.getRevision() > last.getRevision() ? revision : last;
      }
      return last;
    }

    private <T> List<T> only(Class<T> type) {
      return truth.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
