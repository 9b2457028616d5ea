package org.vigie.core.pair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.Observation;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Profiled;

/** Keeps a pair's meetings until it is known what the target did after them. */
final class Aftermaths {
  private Aftermaths() {}

  /** Takes in what an instant brought, in the order of who acted. */
  static void take(PairState state, List<Profiled> occasion, Step step) {
    if (!state.meetings.isEmpty()) {
      for (Profiled profiled : occasion) {
        hear(state, profiled.observation(), step);
      }
    }
    for (Profiled profiled : occasion) {
      if (profiled.observation().meeting().isPresent()) {
        agree(state, profiled.observation(), step);
      }
    }
  }

  private static void hear(PairState state, Observation seen, Step step) {
    switch (seen.kind()) {
      case MESSAGE ->
          state.meetings.removeIf(meeting -> meeting.waitsFor(seen.subject(), step.timeMs()));
      case BLOCK, REPORT -> {
        for (int i = 0; i < state.meetings.size(); i++) {
          WaitingMeeting meeting = state.meetings.get(i);
          if (meeting.waitsFor(seen.counterpart(), step.timeMs()) && meeting.reaction() == null) {
            state.meetings.set(i, meeting.withReaction(seen, seen.evidence(step.root())));
          }
        }
      }
      case REQUEST, FOLLOW, ACCEPT, GIFT, PAYMENT, PAYMENT_REQUEST, DECLINE -> {
        // They end no silence, and say nothing about the meeting.
      }
    }
  }

  private static void agree(PairState state, Observation act, Step step) {
    Meeting said = act.meeting();
    boolean opens =
        said.status() == Meeting.Status.PROPOSED || said.status() == Meeting.Status.ACCEPTED;
    boolean counts = said.timeCountsAt(step.timeMs());
    @Nullable WaitingMeeting before =
        state.meetings.find(meeting -> meeting.isOpenFor(said.id(), step.timeMs()));
    if (opens && !counts && before == null) {
      return;
    }
    state.meetings.removeIf(meeting -> meeting.isOpenFor(said.id(), step.timeMs()));
    if (opens) {
      long timeMs = counts || before == null ? said.timeMs() : before.timeMs();
      WaitingMeeting now = WaitingMeeting.as(act, timeMs, before, act.evidence(step.root()));
      state.meetings.addSorted(now, WaitingMeeting.OLDEST_FIRST, step);
    }
  }

  static long nextMs(PairState state) {
    long nextMs = Stop.NO_DEADLINE;
    for (WaitingMeeting meeting : state.meetings) {
      nextMs = Math.min(nextMs, meeting.isOverMs());
    }
    return nextMs;
  }

  /** Tells proposers of those meetings that nobody talked about in time. */
  static void tellOver(PairState state, Step step) {
    for (WaitingMeeting meeting : state.meetings) {
      if (meeting.isOverMs() <= step.timeMs()) {
        ByteWriter out = new ByteWriter(192).octet(PayloadKind.MEETING_OUTCOME.ordinal());
        meeting.outcome().write(out);
        step.emit(StopName.SENDER, Tags.accountKey(meeting.proposerTag()), out.toBytes());
      }
    }
    state.meetings.removeIf(meeting -> meeting.isOverMs() <= step.timeMs());
  }
}
