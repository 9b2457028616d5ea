package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.Ban;
import org.vigie.core.route.ErasureNote;
import org.vigie.core.route.PayloadKind;

/**
 * Forgets an account at its request: at once, or, where facts of the record hold it, at the first
 * midnight at which none does (page 0015).
 */
final class Erasure {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long REPORTED_MS = 90 * DAY_MS;
  private static final long RISKY_MS = 28 * DAY_MS;

  private final Tags tags;

  Erasure(Tags tags) {
    this.tags = tags;
  }

  /** The account is deleted, or is to be forgotten. */
  void end(SenderState state, AccountLife life, Step step) {
    state.goneMs = step.timeMs();
    boolean afterAnother = state.requestedMs != Unknown.TIME;
    if (!life.kind().isRequest(afterAnother)) {
      state.quietSinceMs = step.timeMs();
      return;
    }
    boolean waitsAlready = state.waitsSinceMs != Unknown.TIME;
    state.occasion.isAskedToBeForgotten(!waitsAlready);
    state.quietSinceMs = Unknown.TIME;
    state.requestedMs = step.timeMs();
    if (!waitsAlready) {
      state.waitsSinceMs = step.timeMs();
      state.requestId = step.root().id();
    }
  }

  /** A request that waits is met no more. */
  void takeBack(SenderState state, Step step) {
    if (state.waitsSinceMs != Unknown.TIME) {
      note(state, state.requestId, ErasureNote.What.TAKEN_BACK, "", step);
      state.waitsSinceMs = Unknown.TIME;
      state.requestId = Unknown.ID;
    }
  }

  /** At the end of an instant of an account of which a request is remembered. */
  void judge(SenderState state, Step step) {
    if (state.occasion.isAskedToBeForgotten()) {
      boolean isNew = state.occasion.isAskedAnew();
      String heldBy = heldBy(state, step);
      boolean isMet = isNew && heldBy.isEmpty();
      String gone = isMet ? ErasureNote.RECEIVED_AND_DID : ErasureNote.RECEIVED;
      note(state, step.root().id(), ErasureNote.What.DONE, gone, step);
      if (isNew && !isMet) {
        note(state, step.root().id(), ErasureNote.What.HELD, heldBy, step);
      }
      forget(state, isMet, step);
    }
    dropBareName(state, step.timeMs());
  }

  private void forget(SenderState state, boolean wholly, Step step) {
    ByteWriter out = new ByteWriter(2).octet(PayloadKind.LINK_FORGOTTEN.ordinal()).flag(wholly);
    step.emit(
        StopName.LINKS,
        tags.linkKey(Via.ACCOUNT.name(), state.community, state.account),
        out.toBytes());
    if (wholly) {
      state.forgetWhatItDid();
      state.goneMs = state.requestedMs == Unknown.TIME ? Unknown.TIME : state.goneMs;
      forgetLeft(state, step.timeMs());
    }
  }

  private void note(
      SenderState state, String requestId, ErasureNote.What what, String words, Step step) {
    ErasureNote note = new ErasureNote(state.community, requestId, what, words);
    ByteWriter out = new ByteWriter(64).octet(PayloadKind.ERASURE_NOTE.ordinal());
    note.write(out);
    // What is said instead of something else goes elsewhere, and that is taken back.
    step.emit(StopName.AUDIT, tags.linkKey(what.name(), words, requestId), out.toBytes());
  }

  /**
   * What holds it, empty if nothing does: facts, never findings, since what is forgotten must not
   * depend on rules.
   */
  private static String heldBy(SenderState state, Step step) {
    long nowMs = step.timeMs();
    boolean isReported =
        state.reports.find(report -> report.timeMs() > nowMs - REPORTED_MS) != null;
    boolean isToMeet = state.meetings.find(meeting -> meeting.endMs() >= nowMs) != null;
    boolean wasRisky = state.riskyMs != Unknown.TIME && state.riskyMs > nowMs - RISKY_MS;
    List<String> words = new ArrayList<>(3);
    if (isReported) {
      words.add("REPORT");
    }
    if (isToMeet) {
      words.add("MEETING");
    }
    if (wasRisky && !state.belief.view(step.rules(state.community).ages()).isLikelyMinor()) {
      words.add("RISKY_ACT");
    }
    return String.join(",", words);
  }

  /** A name alone is not kept of who asked to be forgotten. */
  private static void dropBareName(SenderState state, long nowMs) {
    if (state.isBare()) {
      state.community = Unknown.ID;
      state.account = Unknown.ID;
      forgetLeft(state, nowMs);
    }
  }

  /** Forgets what outlived the account itself, and counts no more. */
  private static void forgetLeft(SenderState state, long nowMs) {
    state.seen.forgetDue(nowMs);
    state.ban = forgetsBanMs(state) <= nowMs ? Ban.NONE : state.ban;
  }

  /** When something is to be looked at, or what outlives the account itself is over. */
  static long nextMs(SenderState state) {
    long nextMs = Retention.tombstoneEndsMs(state.requestedMs);
    if (state.waitsSinceMs != Unknown.TIME) {
      nextMs = Math.min(nextMs, Retention.nextDayMs(state.waitsSinceMs));
    }
    if (!state.account.isEmpty()) {
      return nextMs;
    }
    return Math.min(nextMs, Math.min(state.seen.forgetsMs(), forgetsBanMs(state)));
  }

  private static long forgetsBanMs(SenderState state) {
    return state.ban.equals(Ban.NONE)
        ? Stop.NO_DEADLINE
        : Retention.nextDayMs(state.ban.dateMs() + Ban.KEPT_MS);
  }

  void onDeadline(SenderState state, Step step) {
    long nowMs = step.timeMs();
    boolean waits = state.waitsSinceMs != Unknown.TIME;
    if (waits && Retention.nextDayMs(state.waitsSinceMs) <= nowMs) {
      if (!heldBy(state, step).isEmpty()) {
        state.waitsSinceMs = nowMs;
      } else {
        note(state, state.requestId, ErasureNote.What.DONE, ErasureNote.DID, step);
        forget(state, true, step);
      }
    }
    if (Retention.tombstoneEndsMs(state.requestedMs) <= nowMs) {
      end(state, nowMs);
    }
    if (state.account.isEmpty()) {
      forgetLeft(state, nowMs);
    }
  }

  /** The request is forgotten, and with it whatever of the account counts no more. */
  private static void end(SenderState state, long nowMs) {
    LinkTeller.prune(state, nowMs);
    SenderJudgement.forget(state, nowMs);
    dropBareName(state, nowMs);
    state.requestedMs = Unknown.TIME;
    state.goneMs = state.waitsSinceMs == Unknown.TIME ? Unknown.TIME : state.goneMs;
  }
}
