package org.vigie.core.cases;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Announcement;
import org.vigie.core.alert.Cooling;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Finding;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.ReviewNote;
import org.vigie.core.alert.Superseded;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.cases.CaseState.Held;
import org.vigie.core.event.Review.Decision;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Reviewed;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Severity;

/**
 * CASES (key: alert id): folds findings, their ends and reviews into revisions of one alert. Its
 * outputs are alerts; they count once their instant is settled.
 */
public final class CaseStop implements Stop<CaseState> {
  private static final long DISMISSED_MS = 14 * 24 * 3_600_000L;

  private final Tags tags;

  public CaseStop(Tags tags) {
    this.tags = tags;
  }

  @Override
  public StopName name() {
    return StopName.CASES;
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CaseState decode(byte @Nullable [] stored) {
    return CaseState.decode(stored);
  }

  @Override
  public byte @Nullable [] encode(CaseState state) {
    return state.encode();
  }

  @Override
  public void apply(CaseState state, Input input, Step step) {
    ByteReader in = new ByteReader(input.content());
    PayloadKind kind = PayloadKind.read(in);
    switch (kind) {
      case FINDING -> state.occasion.finds(Finding.read(in));
      case COOLING -> state.occasion.cools(Cooling.read(in));
      case MEETING_TO_COME -> state.occasion.isToldOf(PendingMeeting.read(in));
      case MEETING_OVER -> end(state, PendingMeeting.read(in), step);
      case SUPERSEDED -> supersede(state, Superseded.read(in));
      case REVIEWED -> review(state, Reviewed.read(in), step);
      case OBSERVATION,
          ACCOUNT_LIFE,
          AGE_STATED,
          POSTED,
          PAIR_CHANGE,
          BELIEF,
          SEEN_ON_LINK,
          LINK_MEETING,
          LINK_REPORT,
          LINK_PROPOSAL,
          LEFT_LINK,
          LINK_TRACE,
          BAN_MARK,
          COLD_OPENING,
          MEETING_OUTCOME,
          LINK_CREATED,
          LINK_RETURN,
          LINK_AFTERMATH,
          LINK_FORGOTTEN,
          ERASURE_NOTE ->
          throw new IllegalStateException("CASES was sent " + kind);
    }
  }

  /** Takes the instant's findings in, unless a dismissal lets them rest. */
  private static void find(CaseState state, Step step) {
    CaseOccasion occasion = state.occasion;
    if (occasion.findsNothing()) {
      return;
    }
    if (state.state == AlertState.DISMISSED) {
      boolean allRest = occasion.found().stream().allMatch(found -> rests(state, found, step));
      if (allRest && occasion.cooling().isEmpty()) {
        return;
      }
      reopen(state);
    } else if (state.state == AlertState.EXPIRED) {
      state.state = AlertState.OPEN;
    }
    for (Finding finding : occasion.found()) {
      take(state, finding, step);
    }
    for (Cooling cooling : occasion.cooling()) {
      gather(state, cooling, step);
    }
  }

  /** Adds what came within a cool-down to the finding that cools down, if the alert shows it. */
  private static void gather(CaseState state, Cooling cooling, Step step) {
    Finding more = cooling.finding();
    int index = indexOf(state, more);
    if (index < 0 || state.findings.get(index).superseded()) {
      take(state, more, step);
      return;
    }
    Finding known = state.findings.get(index).finding();
    state.findings.set(index, new Held(known.with(more.evidence(), step), false));
    long shownMs = Retention.nextSecondMs(cooling.untilMs());
    boolean sooner = state.gatheredMs == Stop.NO_DEADLINE || shownMs < state.gatheredMs;
    state.gatheredMs = sooner ? shownMs : state.gatheredMs;
  }

  private static int indexOf(CaseState state, Finding finding) {
    return state.findings.indexOf(
        held -> held.finding().isSameAs(finding.rule(), finding.counterpart(), finding.via()));
  }

  /** A meeting is named by the findings that warn of such; it is news where none named it. */
  private static void name(CaseState state, PendingMeeting told, Step step) {
    boolean known =
        state.findings.find(held -> !held.superseded() && held.finding().names(told)) != null;
    for (int i = 0; i < state.findings.size(); i++) {
      Held held = state.findings.get(i);
      boolean isToNameIt = !held.superseded() && held.finding().warnsOf(told);
      if (isToNameIt && !held.finding().names(told)) {
        Finding naming = held.finding().with(told, step);
        state.findings.set(i, new Held(naming, false));
        if (!known && naming.names(told)) {
          state.occasion.changes();
        }
      }
    }
  }

  /** A meeting that findings name is over, or not as they name it. */
  private static void end(CaseState state, PendingMeeting over, Step step) {
    for (int i = 0; i < state.findings.size(); i++) {
      Held held = state.findings.get(i);
      if (held.finding().names(over)) {
        state.findings.set(i, new Held(held.finding().without(over), held.superseded()));
        if (!held.superseded() && over.endMs() >= step.timeMs()) {
          state.occasion.changes();
        }
      }
    }
  }

  private static boolean rests(CaseState state, Finding finding, Step step) {
    return step.timeMs() < state.restUntilMs
        && !isNeverSilenced(finding, step)
        && (finding.verdict().families() & ~state.dismissedFamilies) == 0;
  }

  private static void take(CaseState state, Finding finding, Step step) {
    detect(state, finding);
    int index = indexOf(state, finding);
    boolean gathers = index >= 0 && finding.windowMs() == 0;
    Finding taken =
        gathers ? finding.with(state.findings.get(index).finding().evidence(), step) : finding;
    state.findings.removeIf(
        held -> held.finding().isSameAs(finding.rule(), finding.counterpart(), finding.via()));
    state.findings.add(new Held(taken, false), step);
    if (finding.certain()) {
      state.occasion.changesForGood();
    } else {
      state.occasion.changes();
    }
  }

  /** What came before the episode: the most that a finding of its first millisecond says. */
  private static void detect(CaseState state, Finding finding) {
    if (state.detectedMs == Unknown.TIME) {
      state.detectedMs = finding.timeMs();
      state.detectedRecordedMs = finding.recordedMs();
    }
    if (state.detectedMs != finding.timeMs()) {
      return;
    }
    long messages = 0;
    for (Counterpart counterpart : finding.counterparts()) {
      messages += counterpart.messages();
    }
    state.detectedRecordedMs = Math.min(state.detectedRecordedMs, finding.recordedMs());
    state.messagesBefore = Math.max(state.messagesBefore, messages);
    state.targetsBefore = Math.max(state.targetsBefore, finding.counterpartsTotal());
  }

  private static void reopen(CaseState state) {
    state.state = AlertState.OPEN;
    state.episode++;
    state.findings.clear();
    state.reviews.clear();
    state.detectedMs = Unknown.TIME;
    state.messagesBefore = 0;
    state.targetsBefore = 0;
    state.restUntilMs = Unknown.TIME;
    state.dismissedFamilies = 0;
  }

  private static boolean isNeverSilenced(Finding finding, Step step) {
    for (Scope scope : Scope.values()) {
      CompiledRule rule =
          step.rules(finding.subject().community()).judge(scope).rule(finding.rule());
      if (rule != null) {
        return rule.rule().neverSilenced();
      }
    }
    return false;
  }

  private static void supersede(CaseState state, Superseded fallen) {
    for (int i = 0; i < state.findings.size(); i++) {
      Held held = state.findings.get(i);
      boolean isIt =
          held.finding().isSameAs(fallen.rule(), fallen.counterpart(), fallen.via())
              && held.finding().timeMs() == fallen.findingMs();
      if (isIt && !held.superseded()) {
        state.findings.set(i, new Held(held.finding(), true));
        state.occasion.changes();
      }
    }
    boolean nothingLeft = state.findings.find(held -> !held.superseded()) == null;
    if (nothingLeft && state.state == AlertState.OPEN && !state.findings.isEmpty()) {
      state.state = AlertState.EXPIRED;
    }
  }

  private void review(CaseState state, Reviewed reviewed, Step step) {
    if (state.revision == 0) {
      return; // it answers an alert that does not exist
    }
    long identity = tags.tag(PayloadKind.REVIEWED.name(), step.root().id(), reviewed.reviewer());
    if (!state.seen.isNew(identity, step)) {
      return;
    }
    state.reviews.removeIf(
        note ->
            note.reviewer().equals(reviewed.reviewer()) && note.decision() == reviewed.decision());
    state.reviews.add(
        new ReviewNote(reviewed.reviewer(), reviewed.decision(), reviewed.reason(), step.timeMs()),
        step);
    state.occasion.changesForGood();
    switch (reviewed.decision()) {
      case CONFIRMED -> state.state = AlertState.CONFIRMED;
      case DISMISSED -> dismiss(state, reviewed, step);
      case NEEDS_MORE, ESCALATED -> {
        // Shown; they decide nothing.
      }
    }
  }

  private static void dismiss(CaseState state, Reviewed reviewed, Step step) {
    Set<String> dismissers = new HashSet<>();
    for (ReviewNote note : state.reviews) {
      if (note.decision() == Decision.CONFIRMED) {
        dismissers.clear(); // whoever dismissed before was contradicted
      } else if (note.decision() == Decision.DISMISSED) {
        dismissers.add(note.reviewer());
      }
    }
    boolean critical = Assessment.of(state).severity() == Severity.CRITICAL;
    if (critical && dismissers.size() < 2) {
      return;
    }
    state.state = AlertState.DISMISSED;
    state.dismissedFamilies = Assessment.of(state).families();
    state.restUntilMs =
        reviewed.snoozeUntilMs() == Unknown.TIME
            ? step.timeMs() + DISMISSED_MS
            : reviewed.snoozeUntilMs();
  }

  @Override
  public void judge(CaseState state, Step step) {
    find(state, step);
    for (PendingMeeting told : state.occasion.told()) {
      name(state, told, step);
    }
    if (state.occasion.hasChanged() && !state.findings.isEmpty()) {
      revise(state, step);
    }
    state.occasion.clear();
  }

  /** HIGH and CRITICAL are said early, the rest when it is settled (DESIGN §5). */
  @Override
  public byte @Nullable [] announcement(byte[] payload, byte @Nullable [] core) {
    if (Alert.severityOf(payload).compareTo(Severity.HIGH) < 0) {
      return null;
    }
    return Announcement.pack(CaseState.revisionOf(core), payload);
  }

  @Override
  public byte[] withdrawal(byte[] announcement) {
    return Announcement.fromBytes(announcement).withdrawn().toBytes();
  }

  private static void revise(CaseState state, Step step) {
    state.revision++;
    Alert alert = AlertWriter.alert(state, step);
    state.lapseMs = AlertWriter.lapseMs(state, step.timeMs());
    state.gatheredMs = NO_DEADLINE;
    step.emit(StopName.ALERTS, AlertId.key(alert.alertId()), alert.toBytes());
  }

  @Override
  public long nextDeadlineMs(CaseState state) {
    return Math.min(state.lapseMs, state.gatheredMs);
  }

  @Override
  public void onDeadline(CaseState state, Step step) {
    revise(state, step);
  }
}
