package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.Verdict;
import org.vigie.core.rule.Harm;

/**
 * A statement of one rule about one subject at one instant, true as of it.
 *
 * @param windowMs the longest window that the rule looked at, 0 if none
 * @param subjectAges beliefs about the subject's own accounts, as counterparts without messages
 * @param counterpart the one counterpart of a rule about pairs, else empty; part of the identity
 * @param mutualsUnknown counterparts of whom it is not known whether they share contacts with it
 * @param stages when each stage was first sent to the one counterpart, by code
 * @param warning which meetings it names that are agreed on later
 * @param timeMs the instant, epoch milliseconds
 * @param recordedMs when its deciding event was recorded
 * @param certain whether more events can't undo it
 * @param forced whether the order of events on its key was not guaranteed
 */
public record Finding(
    String rule,
    int version,
    Harm harm,
    Verdict verdict,
    long windowMs,
    Subject subject,
    String counterpart,
    Via via,
    List<String> linkedAccounts,
    List<Counterpart> subjectAges,
    List<Counterpart> counterparts,
    int counterpartsTotal,
    int mutualsUnknown,
    List<StageTime> stages,
    List<Evidence> evidence,
    List<PendingMeeting> meetings,
    Warning warning,
    long timeMs,
    long recordedMs,
    boolean certain,
    boolean forced) {
  private static final Harm[] HARMS = Harm.values();
  private static final Via[] VIAS = Via.values();
  private static final Warning[] WARNINGS = Warning.values();

  /** Which meetings it names that are agreed on later. Append only. */
  public enum Warning {
    /** None. */
    NONE,
    /** Those with a counterpart that it lists. */
    LISTED,
    /** All those of the subject's accounts. */
    CLUSTER
  }

  public Finding {
    linkedAccounts = List.copyOf(linkedAccounts);
    subjectAges = List.copyOf(subjectAges);
    counterparts = List.copyOf(counterparts);
    stages = List.copyOf(stages);
    evidence = List.copyOf(evidence);
    meetings = List.copyOf(meetings);
  }

  /** Whether the other stands in its place in a case. */
  public boolean isSameAs(String otherRule, String otherCounterpart, Via otherVia) {
    return rule.equals(otherRule) && counterpart.equals(otherCounterpart) && via == otherVia;
  }

  /** The same finding with more that it rests on, the newest of it. */
  public Finding with(List<Evidence> more, Step step) {
    List<Evidence> all = new ArrayList<>(evidence);
    all.addAll(more);
    return with(Evidences.merged(all, StateLimit.CASE_GATHERED_EVENTS, step), meetings);
  }

  /** The same finding with the meetings that it warns of, now and later. */
  public Finding naming(List<PendingMeeting> pending, Warning later) {
    return with(evidence, pending, later);
  }

  /** The same finding without a meeting that is over. */
  public Finding without(PendingMeeting over) {
    return with(evidence, meetings.stream().filter(one -> !one.isSameAs(over)).toList());
  }

  /** Whether it is to name a meeting that its alert is told of. */
  public boolean warnsOf(PendingMeeting told) {
    return switch (warning) {
      case NONE -> false;
      case LISTED -> counterparts.stream().anyMatch(one -> one.account().equals(told.with()));
      case CLUSTER -> true;
    };
  }

  /** The same finding with a meeting that it is told of, the most urgent of all. */
  public Finding with(PendingMeeting told, Step step) {
    List<PendingMeeting> all = new ArrayList<>(meetings);
    all.add(told);
    long nowMs = step.timeMs();
    all.sort(
        Comparator.comparing((PendingMeeting one) -> one.endMs() < nowMs)
            .thenComparing(PendingMeeting.mostUrgentFirst(nowMs)));
    return with(evidence, Listed.first(all, StateLimit.CASE_GATHERED_MEETINGS, step));
  }

  /** Whether it names a meeting. */
  public boolean names(PendingMeeting meeting) {
    return meetings.stream().anyMatch(meeting::isSameAs);
  }

  private Finding with(List<Evidence> otherEvidence, List<PendingMeeting> otherMeetings) {
    return with(otherEvidence, otherMeetings, warning);
  }

  private Finding with(
      List<Evidence> otherEvidence, List<PendingMeeting> otherMeetings, Warning otherWarning) {
    return new Finding(
        rule,
        version,
        harm,
        verdict,
        windowMs,
        subject,
        counterpart,
        via,
        linkedAccounts,
        subjectAges,
        counterparts,
        counterpartsTotal,
        mutualsUnknown,
        stages,
        otherEvidence,
        otherMeetings,
        otherWarning,
        timeMs,
        recordedMs,
        certain,
        forced);
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(rule).number(version).octet(harm.ordinal());
    verdict.write(out);
    out.number(windowMs);
    subject.write(out);
    out.text(counterpart).octet(via.ordinal()).number(linkedAccounts.size());
    linkedAccounts.forEach(out::text);
    Counterpart.writeAll(subjectAges, out);
    Counterpart.writeAll(counterparts, out);
    out.number(counterpartsTotal).number(mutualsUnknown).number(stages.size());
    stages.forEach(stage -> stage.write(out));
    Evidence.writeAll(evidence, out);
    PendingMeeting.writeAll(meetings, out);
    out.octet(warning.ordinal()).signed(timeMs).signed(recordedMs).flag(certain).flag(forced);
  }

  /** Reads what {@link #write} packed. */
  public static Finding read(ByteReader in) {
    String rule = in.text();
    int version = in.count();
    Harm harm = HARMS[in.octet()];
    Verdict verdict = Verdict.read(in);
    long windowMs = in.number();
    Subject subject = Subject.read(in);
    String counterpart = in.text();
    Via via = VIAS[in.octet()];
    List<String> linkedAccounts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      linkedAccounts.add(in.text());
    }
    return new Finding(
        rule,
        version,
        harm,
        verdict,
        windowMs,
        subject,
        counterpart,
        via,
        linkedAccounts,
        Counterpart.readAll(in),
        Counterpart.readAll(in),
        in.count(),
        in.count(),
        StageTime.readAll(in),
        Evidence.readAll(in),
        PendingMeeting.readAll(in),
        WARNINGS[in.octet()],
        in.signed(),
        in.signed(),
        in.flag(),
        in.flag());
  }
}
