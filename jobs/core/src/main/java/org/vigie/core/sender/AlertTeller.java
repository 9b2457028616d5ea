package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Subject;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Step;
import org.vigie.core.order.StopName;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Rule;

/**
 * Tells the alerts about an account of its meetings: findings name those of the moment, their
 * alerts hear of later ones for a while, and of the end of each that they heard of (page 0018).
 */
final class AlertTeller {
  private static final Harm[] HARMS = Harm.values();

  private AlertTeller() {}

  /** The open meetings that a finding names: with those whom it lists. */
  static List<PendingMeeting> name(SenderState state, Rule rule, Concerned concerned, Step step) {
    if (!rule.warnsOfMeetings()) {
      return List.of();
    }
    List<PendingMeeting> named = new ArrayList<>();
    for (int i = 0; i < state.meetings.size(); i++) {
      OpenMeeting meeting = state.meetings.get(i);
      if (meeting.endMs() >= step.timeMs() && concerned.lists(meeting.with().account())) {
        named.add(meeting.pending(state.account));
        state.meetings.set(i, meeting.warnedOf(bit(rule.harm())));
      }
    }
    @Nullable AgreedTime passed = concerned.passed;
    if (passed != null && named.stream().noneMatch(one -> isOf(one, passed))) {
      named.add(over(passed, state.account, concerned.counterparts.get(0).account()));
    }
    named.sort(PendingMeeting.mostUrgentFirst(step.timeMs()));
    return named;
  }

  private static boolean isOf(PendingMeeting meeting, AgreedTime passed) {
    return meeting.id().equals(passed.id()) && meeting.timeMs() == passed.timeMs();
  }

  /** A meeting that has been: nobody is warned of it any more. */
  private static PendingMeeting over(AgreedTime passed, String account, String with) {
    return new PendingMeeting(
        passed.id(), account, with, false, Unknown.ID, passed.timeMs(), passed.timeMs());
  }

  /** Remembers a finding, so that its alert is told of meetings to come. */
  static void remember(SenderState state, Rule rule, Step step) {
    if (rule.warnsOfMeetings()) {
      state.warned.warns(rule.harm(), step.timeMs());
    }
  }

  /** Tells of what the instant changed, when all that it brought is judged. */
  static void tell(SenderState state, Step step) {
    List<OpenMeeting> over = state.occasion.left();
    for (int i = 0; i < over.size(); i++) {
      end(state, over.get(i), step);
    }
    int harms =
        state.occasion.isMeeting()
            ? state.warned.after(step.timeMs() - PendingMeeting.TOLD_FOR_MS)
            : 0;
    for (int i = 0; harms != 0 && i < state.meetings.size(); i++) {
      OpenMeeting meeting = state.meetings.get(i);
      tell(state, harms, PayloadKind.MEETING_TO_COME, meeting, step);
      state.meetings.set(i, meeting.warnedOf(harms));
    }
  }

  /** A meeting that an alert was told of is over, unless it came back just as it was. */
  private static void end(SenderState state, OpenMeeting left, Step step) {
    int index =
        state.meetings.indexOf(
            now -> now.isWith(left.with().account(), left.id()) && now.isAsAgreedIn(left));
    if (index < 0) {
      tell(state, left.warnedOf(), PayloadKind.MEETING_OVER, left, step);
    } else {
      state.meetings.set(index, state.meetings.get(index).warnedOf(left.warnedOf()));
    }
  }

  private static void tell(
      SenderState state, int harms, PayloadKind what, OpenMeeting meeting, Step step) {
    Subject subject = SenderJudgement.subjectOf(state);
    for (int left = harms; left != 0; left &= left - 1) {
      Harm harm = HARMS[Integer.numberOfTrailingZeros(left)];
      ByteWriter out = new ByteWriter(64).octet(what.ordinal());
      meeting.pending(state.account).write(out);
      step.emit(StopName.CASES, AlertId.key(AlertId.of(harm, subject)), out.toBytes());
    }
  }

  /** Forgets findings after which no meeting is told any more. */
  static void forget(SenderState state, long nowMs) {
    state.warned.forgetThrough(nowMs - PendingMeeting.TOLD_FOR_MS);
  }

  private static int bit(Harm harm) {
    return 1 << harm.ordinal();
  }
}
