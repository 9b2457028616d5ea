package org.vigie.core.pair;

import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Message.ContactOrigin;
import org.vigie.core.event.Report.Category;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.Belief;
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
  private static final int STAGES = stages();

  private final Tags tags;

  public PairStop(Tags tags) {
    this.tags = tags;
  }

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
      case OBSERVATION -> observe(state, Profiled.read(in, step.timeMs()), step);
      case BELIEF -> {
        if (state.exists()) {
          Belief belief = Belief.read(in);
          step.emit(StopName.SENDER, Tags.accountKey(belief.otherTag()), input.content());
        }
      }
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
          REVIEWED ->
          throw new IllegalStateException("PAIR was sent " + kind);
    }
  }

  private void observe(PairState state, Profiled profiled, Step step) {
    Observation observation = profiled.observation();
    long subject = tags.account(observation.community(), observation.subject());
    long counterpart = tags.account(observation.community(), observation.counterpart());
    if (observation.kind().isAct()) {
      act(state, profiled, subject, counterpart, step);
    } else if (state.exists() && isViolent(observation.category())) {
      tell(subject, change(state, profiled, true, false, false), step);
    }
  }

  private void act(PairState state, Profiled profiled, long subject, long counterpart, Step step) {
    Observation observation = profiled.observation();
    boolean low = subject <= counterpart;
    boolean openedNow = observation.opens() && !state.opened;
    boolean unsolicited =
        openedNow && !state.acted(!low) && observation.contactOrigin() != ContactOrigin.MATCHED;
    boolean answeredNow =
        observation.answers() && state.opened && state.openedByLow != low && !state.answered;
    note(state, observation, low, step);
    if (openedNow) {
      state.opened = true;
      state.openedByLow = low;
    }
    state.answered |= answeredNow;
    boolean staged = observation.isPrivate() && (observation.codes() & STAGES) != 0;
    if (openedNow || staged || observation.meeting().isPresent()) {
      tell(subject, change(state, profiled, true, openedNow, unsolicited), step);
    }
    if (answeredNow || observation.meeting().isPresent()) {
      PairChange change = change(state, profiled, false, false, false);
      tell(counterpart, answeredNow ? answered(change) : change, step);
    }
  }

  private static void note(PairState state, Observation observation, boolean low, Step step) {
    if (!state.exists()) {
      state.firstMs = step.timeMs();
    }
    state.lastMs = step.timeMs();
    state.lowActed |= low;
    state.highActed |= !low;
    if (observation.kind() == Observation.Kind.MESSAGE) {
      state.messages++;
    }
    if (Unknown.isKnown(observation.meeting().place())) {
      state.place = observation.meeting().place();
    }
  }

  private static PairChange change(
      PairState state, Profiled profiled, boolean own, boolean opened, boolean unsolicited) {
    return new PairChange(
        profiled.observation(),
        own,
        opened,
        unsolicited,
        false,
        state.place,
        profiled.age(),
        opened ? profiled.contacts() : NO_TAGS,
        state.messages,
        state.firstMs);
  }

  private static PairChange answered(PairChange change) {
    return new PairChange(
        change.observation(),
        change.own(),
        change.opened(),
        change.unsolicited(),
        true,
        change.place(),
        change.age(),
        change.contacts(),
        change.messages(),
        change.firstMs());
  }

  private static void tell(long account, PairChange change, Step step) {
    ByteWriter out = new ByteWriter(192).octet(PayloadKind.PAIR_CHANGE.ordinal());
    change.write(out, step.timeMs());
    step.emit(StopName.SENDER, Tags.accountKey(account), out.toBytes());
  }

  private static boolean isViolent(Category category) {
    return category == Category.VIOLENCE
        || category == Category.ROBBERY
        || category == Category.EXTORTION;
  }

  private static int stages() {
    int mask = 0;
    for (SignalCode code : SignalCode.values()) {
      if (code.isStage()) {
        mask |= 1 << code.ordinal();
      }
    }
    return mask;
  }

  @Override
  public void judge(PairState state, Step step) {
    // Rules about pairs are judged at SENDER, which knows the actor's age.
  }

  @Override
  public long nextDeadlineMs(PairState state) {
    if (!state.exists()) {
      return NO_DEADLINE;
    }
    return Retention.nextDayMs(state.lastMs + (state.answered ? ANSWERED_MS : UNANSWERED_MS));
  }

  @Override
  public void onDeadline(PairState state, Step step) {
    state.forget();
  }
}
