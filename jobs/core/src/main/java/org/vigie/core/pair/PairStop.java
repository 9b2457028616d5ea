package org.vigie.core.pair;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Message.ContactOrigin;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.BanMark;
import org.vigie.core.route.Belief;
import org.vigie.core.route.ColdOpening;
import org.vigie.core.route.Observation;
import org.vigie.core.route.PairChange;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Profiled;

/**
 * PAIR (key: the unordered two): who opened, answered, met. Tells SENDER changes only: an ordinary
 * message to a known contact ends here.
 */
public final class PairStop implements Stop<PairState> {
  private static final long DAY_MS = 24 * 3_600_000L;
  private static final long UNANSWERED_MS = 28 * DAY_MS;
  private static final long ANSWERED_MS = 180 * DAY_MS;
  private static final long[] NO_TAGS = {};

  /** A run of unanswered messages is told when it is 4, 8, 16 or 32 long. */
  private static final int RUN_TOLD_MIN = 4;

  private static final int RUN_TOLD_MAX = 32;

  /** Within one instant acts come in the order of who acts, own reports before others'. */
  private static final Comparator<Profiled> BY_SUBJECT =
      Comparator.comparing((Profiled profiled) -> profiled.observation().subject())
          .thenComparing(profiled -> profiled.observation().isForAnother())
          .thenComparing(profiled -> profiled.observation().reporter());

  @Override
  public StopName name() {
    return StopName.PAIR;
  }

  @Override
  public boolean settles() {
    return false;
  }

  @Override
  public PairState decode(byte @Nullable [] stored) {
    return PairState.decode(stored);
  }

  @Override
  public byte @Nullable [] encode(PairState state) {
    return state.encode();
  }

  @Override
  public void apply(PairState state, Input input, Step step) {
    ByteReader in = new ByteReader(input.content());
    PayloadKind kind = PayloadKind.read(in);
    switch (kind) {
      case OBSERVATION -> state.occasion.add(Profiled.read(in, step.timeMs()));
      case BELIEF -> {
        if (state.exists()) {
          Belief belief = Belief.read(in);
          step.emit(StopName.SENDER, Tags.accountKey(belief.otherTag()), input.content());
        }
      }
      case BAN_MARK -> mark(state, BanMark.read(in), input, step);
      case ACCOUNT_LIFE,
          AGE_STATED,
          POSTED,
          PAIR_CHANGE,
          SEEN_ON_LINK,
          LINK_MEETING,
          LINK_REPORT,
          LINK_PROPOSAL,
          LEFT_LINK,
          FINDING,
          SUPERSEDED,
          REVIEWED,
          COOLING,
          MEETING_OVER,
          LINK_TRACE,
          COLD_OPENING,
          MEETING_OUTCOME,
          LINK_CREATED,
          LINK_RETURN,
          LINK_AFTERMATH,
          LINK_FORGOTTEN,
          ERASURE_NOTE,
          MEETING_TO_COME ->
          throw new IllegalStateException("PAIR was sent " + kind);
    }
  }

  /** A ban is told to those with whom the banned account opened a pair, and to them to its end. */
  private static void mark(PairState state, BanMark mark, Input input, Step step) {
    boolean isLow = mark.accountTag() <= mark.targetTag();
    boolean isTarget = state.exists() && state.opened && state.openedByLow == isLow;
    if (isTarget || mark.change() != BanMark.Change.BEGINS) {
      step.emit(StopName.SENDER, Tags.accountKey(mark.targetTag()), input.content());
    }
  }

  /** What the pair was before an instant: nothing of one instant comes before the rest of it. */
  private record Before(boolean exists, boolean lowActed, boolean highActed, boolean opened) {
    static Before of(PairState state) {
      return new Before(state.exists(), state.lowActed, state.highActed, state.opened);
    }

    boolean acted(boolean low) {
      return low ? lowActed : highActed;
    }
  }

  private static boolean isByLow(Observation observation) {
    return observation.subjectTag() <= observation.counterpartTag();
  }

  private static void note(PairState state, Observation act, Step step) {
    boolean low = isByLow(act);
    if (!state.exists()) {
      state.firstMs = step.timeMs();
    }
    state.lastMs = step.timeMs();
    state.lowActed |= low;
    state.highActed |= !low;
    if (act.kind() == Observation.Kind.MESSAGE) {
      state.messages++;
    }
    if (Unknown.isKnown(act.meeting().place())) {
      state.place = act.meeting().place();
    }
  }

  private static void act(PairState state, Profiled profiled, Before before, Step step) {
    Observation act = profiled.observation();
    boolean low = isByLow(act);
    boolean opensNow = act.opens() && !state.opened;
    boolean unsolicited =
        opensNow && !before.acted(!low) && act.contactOrigin() != ContactOrigin.MATCHED;
    boolean answersNow =
        act.answers() && before.opened && state.openedByLow != low && !state.answered;
    if (opensNow) {
      state.opened = true;
      state.openedByLow = low;
      state.unsolicited = unsolicited;
    }
    state.answered |= answersNow;
    boolean isOver = endsToldRun(state, low);
    int run = isAnswering(state, low) ? PairChange.NOT_TOLD : continuesRun(state, act, low);
    boolean isNews = act.signs() != 0 || act.meeting().isPresent();
    if (isNews || opensNow || run != PairChange.NOT_TOLD) {
      tell(act.subjectTag(), Telling.own(state, profiled, opensNow, unsolicited, run), step);
    }
    if (unsolicited && act.mutualContacts() <= 0) { // unknown is below
      ByteWriter out = new ByteWriter(96).octet(PayloadKind.COLD_OPENING.ordinal());
      ColdOpening.of(act, step.root()).write(out);
      step.emit(StopName.SENDER, Tags.accountKey(act.counterpartTag()), out.toBytes());
    }
    if (isNews || answersNow || isOver) {
      tell(act.counterpartTag(), Telling.other(state, profiled, answersNow, isOver), step);
    }
  }

  /** Whether the other acts in this very instant: what follows that comes at later ones. */
  private static boolean isAnswering(PairState state, boolean low) {
    for (int i = 0; i < state.occasion.size(); i++) {
      Observation other = state.occasion.get(i).observation();
      if (other.kind().isAct() && isByLow(other) != low) {
        return true;
      }
    }
    return false;
  }

  /** An act ends the other's run of messages; returns whether that one was told of it. */
  private static boolean endsToldRun(PairState state, boolean low) {
    if (state.run == 0 || state.runByLow == low) {
      return false;
    }
    boolean wasTold = state.run >= RUN_TOLD_MIN;
    state.run = 0;
    return wasTold;
  }

  /**
   * A private message makes the run of its side longer; returns the length if it is one that is
   * told.
   */
  private static int continuesRun(PairState state, Observation act, boolean low) {
    boolean counts = act.kind() == Observation.Kind.MESSAGE && act.isPrivate();
    if (!counts || state.run > RUN_TOLD_MAX) {
      return PairChange.NOT_TOLD;
    }
    state.run++;
    state.runByLow = low;
    boolean isTold = state.run >= RUN_TOLD_MIN && Integer.bitCount(state.run) == 1;
    return isTold ? state.run : PairChange.NOT_TOLD;
  }

  /** What of an observation the two are told. */
  private static final class Telling {
    private Telling() {}

    static PairChange own(
        PairState state, Profiled profiled, boolean opened, boolean unsolicited, int run) {
      return new PairChange(
          profiled.observation(),
          true,
          opened,
          unsolicited,
          false,
          state.place,
          profiled.age(),
          profiled.contactsAreKnown(),
          opened ? profiled.contacts() : NO_TAGS,
          profiled.acquaintance(),
          beginning(state, isByLow(profiled.observation())),
          run,
          state.messages,
          state.firstMs,
          state.lastMs);
    }

    static PairChange other(
        PairState state, Profiled profiled, boolean answered, boolean runIsOver) {
      return new PairChange(
          profiled.observation(),
          false,
          false,
          false,
          answered,
          state.place,
          profiled.age(),
          profiled.contactsAreKnown(),
          NO_TAGS,
          profiled.acquaintance(),
          beginning(state, !isByLow(profiled.observation())),
          runIsOver ? 0 : PairChange.NOT_TOLD,
          state.messages,
          state.firstMs,
          state.lastMs);
    }

    private static PairChange.Beginning beginning(PairState state, boolean low) {
      boolean openedBy = state.opened && state.openedByLow == low;
      return new PairChange.Beginning(openedBy, state.opened && state.unsolicited);
    }
  }

  private static void tell(long account, PairChange change, Step step) {
    ByteWriter out = new ByteWriter(192).octet(PayloadKind.PAIR_CHANGE.ordinal());
    change.write(out, step.timeMs());
    step.emit(StopName.SENDER, Tags.accountKey(account), out.toBytes());
  }

  @Override
  public void judge(PairState state, Step step) {
    if (state.occasion.isEmpty()) {
      return;
    }
    if (state.occasion.size() > 1) {
      state.occasion.sort(BY_SUBJECT);
    }
    Before before = Before.of(state);
    for (Profiled profiled : state.occasion) {
      if (profiled.observation().kind().isAct()) {
        note(state, profiled.observation(), step);
      }
    }
    for (Profiled profiled : state.occasion) {
      Observation observation = profiled.observation();
      if (observation.kind().isAct()) {
        act(state, profiled, before, step);
      } else if (before.exists) {
        PairChange reaction = Telling.own(state, profiled, false, false, PairChange.NOT_TOLD);
        tell(observation.subjectTag(), reaction, step);
      }
    }
    Aftermaths.take(state, state.occasion, step);
    state.occasion.clear();
  }

  @Override
  public long nextDeadlineMs(PairState state) {
    if (!state.exists()) {
      return NO_DEADLINE;
    }
    return Math.min(forgetsMs(state), Aftermaths.nextMs(state));
  }

  private static long forgetsMs(PairState state) {
    return Retention.nextDayMs(state.lastMs + (state.answered ? ANSWERED_MS : UNANSWERED_MS));
  }

  /** What is due at one time is one instant for an account that several pairs tell of it. */
  @Override
  public String deadlineId(Key key) {
    return "";
  }

  @Override
  public void onDeadline(PairState state, Step step) {
    Aftermaths.tellOver(state, step);
    if (forgetsMs(state) <= step.timeMs()) {
      state.forget();
    }
  }
}
