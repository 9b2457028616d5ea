package org.vigie.simulator.truth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Finding;
import org.vigie.alert.Severity;

/**
 * Alerts held against the truth. An alert is <em>wrong</em> if it reached MEDIUM and its subject is
 * nobody's who was planted to do harm; below MEDIUM it is a weight and wakes nobody.
 *
 * @param cases what became of each planted case, in the truth's order
 * @param lookAlikes what was said of each look-alike, in the truth's order
 * @param wrong highest revision of each wrong alert
 * @param lowOnOthers alerts below MEDIUM about people who were not planted
 */
public record Scorecard(
    List<CaseResult> cases, List<LookAlikeResult> lookAlikes, List<Alert> wrong, int lowOnOthers) {
  /** From where on an alert takes a reviewer's time. */
  public static final Severity WAKES_SOMEONE = Severity.MEDIUM;

  public Scorecard {
    cases = List.copyOf(cases);
    lookAlikes = List.copyOf(lookAlikes);
    wrong = List.copyOf(wrong);
  }

  /**
   * What became of a planted case.
   *
   * @param alert its last revision; empty if it was missed
   * @param severity the highest it reached; empty if it was missed
   * @param raisedMs event time of the first finding; empty if it was missed
   * @param warnedMs event time at which the next target's meeting was first named as pending; empty
   *     if it was not, or if nobody is to be warned
   */
  public record CaseResult(
      PlantedCase planted,
      Optional<Alert> alert,
      Optional<Severity> severity,
      OptionalLong raisedMs,
      OptionalLong warnedMs) {
    /** Whether the expected alert was raised. */
    public boolean found() {
      return alert.isPresent();
    }

    /** How long before the harmful step it was raised, or someone warned; negative if after. */
    public OptionalLong leadMs() {
      OptionalLong atMs = planted.nextTarget().isPresent() ? warnedMs : raisedMs;
      return atMs.isPresent() && planted.harmfulStepMs().isPresent()
          ? OptionalLong.of(planted.harmfulStepMs().getAsLong() - atMs.getAsLong())
          : OptionalLong.empty();
    }
  }

  /**
   * What was said of a look-alike.
   *
   * @param severity the highest of any alert about it; empty if there was none
   */
  public record LookAlikeResult(LookAlike lookAlike, Optional<Severity> severity) {
    /** Whether it was left alone, as it must be. */
    public boolean leftAlone() {
      return severity.isEmpty() || severity.get().compareTo(WAKES_SOMEONE) < 0;
    }
  }

  /**
   * Compares.
   *
   * @param revisions settled revisions in their order, as many as there were; the same one twice
   *     changes nothing
   */
  public static Scorecard of(Truth truth, Collection<Alert> revisions) {
    Map<String, List<Alert>> byAlert = new LinkedHashMap<>();
    for (Alert revision : revisions) {
      if (revision.getState() != AlertState.WITHDRAWN) {
        byAlert.computeIfAbsent(revision.getAlertId(), id -> new ArrayList<>()).add(revision);
      }
    }
    List<Alert> wrong = new ArrayList<>();
    int low = 0;
    for (List<Alert> alert : byAlert.values()) {
      if (!truth.isActor(alert.get(0).getSubject())) {
        boolean wakes = highest(alert).compareTo(WAKES_SOMEONE) >= 0;
        low += wakes ? 0 : 1;
        if (wakes) {
          wrong.add(last(alert));
        }
      }
    }
    return new Scorecard(
        truth.planted().stream().map(planted -> result(planted, byAlert.values())).toList(),
        truth.lookAlikes().stream().map(one -> result(one, byAlert.values())).toList(),
        wrong,
        low);
  }

  /** How many planted cases were found. */
  public long found() {
    return cases.stream().filter(CaseResult::found).count();
  }

  /** How many planted cases were missed. */
  public long missed() {
    return cases.size() - found();
  }

  private static CaseResult result(PlantedCase planted, Collection<List<Alert>> alerts) {
    for (List<Alert> alert : alerts) {
      Alert any = alert.get(0);
      if (any.getHarm() == planted.harm()
          && any.getSubjectKind() == planted.subjectKind()
          && any.getSubject().equals(planted.subject())) {
        return new CaseResult(
            planted,
            Optional.of(last(alert)),
            Optional.of(highest(alert)),
            raisedMs(alert),
            warnedMs(planted, alert));
      }
    }
    return new CaseResult(
        planted, Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  private static LookAlikeResult result(LookAlike lookAlike, Collection<List<Alert>> alerts) {
    Optional<Severity> severity =
        alerts.stream()
            .filter(alert -> lookAlike.accounts().contains(alert.get(0).getSubject()))
            .map(Scorecard::highest)
            .max(Severity::compareTo);
    return new LookAlikeResult(lookAlike, severity);
  }

  private static Severity highest(List<Alert> revisions) {
    return revisions.stream()
        .map(Alert::getSeverity)
        .max(Severity::compareTo)
        .orElse(Severity.UNRECOGNISED);
  }

  private static Alert last(List<Alert> revisions) {
    Alert last = revisions.get(0);
    for (Alert revision : revisions) {
      last = revision.getRevision() > last.getRevision() ? revision : last;
    }
    return last;
  }

  private static OptionalLong raisedMs(List<Alert> revisions) {
    return revisions.stream()
        .flatMap(revision -> revision.getFindings().stream())
        .mapToLong(Finding::getTime)
        .min();
  }

  private static OptionalLong warnedMs(PlantedCase planted, List<Alert> revisions) {
    String target = planted.nextTarget().orElse("");
    return revisions.stream()
        .filter(Alert::getImminent)
        .filter(
            revision ->
                revision.getCounterparts().stream()
                    .anyMatch(one -> one.getAccount().equals(target)))
        .flatMapToLong(
            revision -> revision.getFindings().stream().mapToLong(Finding::getTime).max().stream())
        .min();
  }
}
