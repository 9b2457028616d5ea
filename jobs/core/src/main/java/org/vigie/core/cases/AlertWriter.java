package org.vigie.core.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Explanations;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.ReviewNote;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.StageTime;
import org.vigie.core.cases.CaseState.Held;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Texts.Bilingual;

/** Writes a case down as the revision of an alert. */
final class AlertWriter {
  private AlertWriter() {}

  /** When the last meeting that is still to come will be over, or no deadline. */
  static long lapseMs(CaseState state, long nowMs) {
    long lastMs = Long.MIN_VALUE;
    for (PendingMeeting meeting : allPending(state, nowMs)) {
      lastMs = Math.max(lastMs, meeting.endMs());
    }
    return lastMs == Long.MIN_VALUE ? Stop.NO_DEADLINE : Retention.nextSecondMs(lastMs);
  }

  static Alert alert(CaseState state, Step step) {
    Finding any = state.findings.get(0).finding();
    List<Held> sorted = Assessment.sorted(state);
    Assessment assessment = Assessment.of(state);
    TreeMap<String, Counterpart> counterparts = new TreeMap<>();
    TreeMap<String, Counterpart> ages = new TreeMap<>();
    Set<String> linked = new TreeSet<>();
    List<Alert.ExplainedFinding> findings = new ArrayList<>();
    int unlisted = 0;
    for (Held held : byTime(sorted)) {
      held.finding().counterparts().forEach(one -> latest(counterparts, one));
      held.finding().subjectAges().forEach(one -> ages.put(one.account(), one));
    }
    for (Held held : sorted) {
      Finding finding = held.finding();
      linked.addAll(finding.linkedAccounts());
      unlisted += finding.counterpartsTotal() - finding.counterparts().size();
      findings.add(explained(held, step));
    }
    List<Evidence> evidence = evidence(state, step);
    List<PendingMeeting> pending = pending(state, step);
    return new Alert(
        AlertId.of(any.harm(), any.subject()),
        state.revision,
        state.episode,
        any.harm(),
        assessment.severity(),
        state.state,
        any.subject(),
        step.timeMs(),
        assessment.certain() && state.occasion.isCertain(),
        List.copyOf(linked),
        assessment.score(),
        assessment.families(),
        findings,
        List.copyOf(ages.values()),
        Listed.first(List.copyOf(counterparts.values()), StateLimit.CASE_LISTED_COUNTERPARTS, step),
        counterparts.size() + unlisted,
        new Alert.Timeline(
            firstContactMs(counterparts.values()),
            pending.isEmpty() ? lastMeetingMs(state) : pending.get(0).timeMs(),
            lastEventMs(evidence),
            state.detectedMs,
            state.detectedRecordedMs,
            state.messagesBefore,
            state.targetsBefore,
            stages(state)),
        evidence,
        pending,
        wouldClear(sorted, step),
        step.rules(any.subject().community()).hash(),
        reviews(state),
        state.state == AlertState.DISMISSED ? state.restUntilMs : Unknown.TIME);
  }

  private static List<Held> byTime(List<Held> sorted) {
    List<Held> byTime = new ArrayList<>(sorted);
    byTime.sort(Comparator.comparingLong(held -> held.finding().timeMs()));
    return byTime;
  }

  /** Of one account the entry of the latest finding, a possible victim before a neutral. */
  private static void latest(Map<String, Counterpart> known, Counterpart one) {
    known.merge(
        one.account(),
        one,
        (a, b) ->
            b.role() == Role.NEUTRAL && a.role() != Role.NEUTRAL
                ? a.withBeginningOf(b)
                : b.withBeginningOf(a));
  }

  private static Alert.ExplainedFinding explained(Held held, Step step) {
    CompiledRule rule = ruleOf(held.finding(), step);
    Bilingual explanation =
        rule == null ? new Bilingual("", "") : Explanations.of(rule.rule(), held.finding());
    return new Alert.ExplainedFinding(held.finding(), held.superseded(), explanation);
  }

  private static Bilingual wouldClear(List<Held> held, Step step) {
    Set<String> en = new LinkedHashSet<>();
    Set<String> fr = new LinkedHashSet<>();
    for (Held one : held) {
      CompiledRule rule = ruleOf(one.finding(), step);
      if (rule != null && !one.superseded()) {
        en.add(rule.rule().texts().wouldClear().en());
        fr.add(rule.rule().texts().wouldClear().fr());
      }
    }
    return new Bilingual(String.join(" ", en), String.join(" ", fr));
  }

  private static @Nullable CompiledRule ruleOf(Finding finding, Step step) {
    for (Scope scope : Scope.values()) {
      CompiledRule rule =
          step.rules(finding.subject().community()).judge(scope).rule(finding.rule());
      if (rule != null) {
        return rule;
      }
    }
    return null;
  }

  /** The events that the findings rest on, what they rest on since their own instant too. */
  private static List<Evidence> evidence(CaseState state, Step step) {
    List<Evidence> evidence = new ArrayList<>();
    state.findings.forEach(held -> evidence.addAll(held.finding().evidence()));
    return Evidences.merged(evidence, StateLimit.CASE_LISTED_EVENTS, step);
  }

  private static long firstContactMs(Iterable<Counterpart> counterparts) {
    long firstMs = Unknown.TIME;
    for (Counterpart one : counterparts) {
      boolean earlier = firstMs == Unknown.TIME || one.firstMs() < firstMs;
      if (one.firstMs() != Unknown.TIME && earlier) {
        firstMs = one.firstMs();
      }
    }
    return firstMs;
  }

  private static long lastEventMs(List<Evidence> evidence) {
    long lastMs = Unknown.TIME;
    for (Evidence event : evidence) {
      lastMs = Math.max(lastMs, event.timeMs());
    }
    return lastMs;
  }

  /** When the last of those was to be that are over. */
  private static long lastMeetingMs(CaseState state) {
    long lastMs = Unknown.TIME;
    for (Held held : state.findings) {
      if (!held.superseded()) {
        for (PendingMeeting meeting : held.finding().meetings()) {
          lastMs = Math.max(lastMs, meeting.timeMs());
        }
      }
    }
    return lastMs;
  }

  /** When each stage was first sent to anyone, the earliest first. */
  private static List<StageTime> stages(CaseState state) {
    Map<SignalCode, Long> firstMs = new EnumMap<>(SignalCode.class);
    for (Held held : state.findings) {
      held.finding().stages().forEach(one -> firstMs.merge(one.code(), one.timeMs(), Math::min));
    }
    List<StageTime> stages = new ArrayList<>();
    firstMs.forEach((code, timeMs) -> stages.add(new StageTime(code, timeMs)));
    stages.sort(Comparator.comparingLong(StageTime::timeMs).thenComparing(StageTime::code));
    return stages;
  }

  /** The meetings to warn of, the most urgent first. */
  private static List<PendingMeeting> pending(CaseState state, Step step) {
    List<PendingMeeting> pending = new ArrayList<>(allPending(state, step.timeMs()));
    pending.sort(PendingMeeting.mostUrgentFirst(step.timeMs()));
    return Listed.first(pending, StateLimit.CASE_LISTED_MEETINGS, step);
  }

  /** Each once; whoever reported by one finding did so for all. */
  private static Set<PendingMeeting> allPending(CaseState state, long nowMs) {
    List<PendingMeeting> named = new ArrayList<>();
    for (Held held : state.findings) {
      if (!held.superseded()) {
        named.addAll(held.finding().meetings());
      }
    }
    named.removeIf(meeting -> meeting.endMs() < nowMs);
    if (named.isEmpty()) {
      return Set.of();
    }
    Set<String> reporters = new HashSet<>();
    named.stream().filter(PendingMeeting::isReporter).forEach(one -> reporters.add(one.with()));
    Set<PendingMeeting> pending = new LinkedHashSet<>();
    named.forEach(one -> pending.add(one.withReporter(reporters.contains(one.with()))));
    return pending;
  }

  private static List<ReviewNote> reviews(CaseState state) {
    List<ReviewNote> reviews = new ArrayList<>();
    state.reviews.forEach(reviews::add);
    return reviews;
  }
}
