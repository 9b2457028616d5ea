package org.vigie.core.recipient;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeInference;
import org.vigie.core.age.AgeStatement;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.recipient.RecipientState.Contact;
import org.vigie.core.recipient.RecipientState.OwnDevice;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.Acquaintance;
import org.vigie.core.route.AgeStated;
import org.vigie.core.route.Ban;
import org.vigie.core.route.Belief;
import org.vigie.core.route.PackedObservation;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Profiled;

/**
 * RECIPIENT (key: counterpart): adds what is known of the counterpart to each observation, and
 * tells its contacts when that changes.
 */
public final class RecipientStop implements Stop<RecipientState> {
  static final long CONTACT_MS = 30 * 24 * 3_600_000L;

  /** A pair that was opened lives at least so long. */
  private static final long PAIR_MS = 28 * 24 * 3_600_000L;

  static final long DEVICE_MS = 90 * 24 * 3_600_000L;
  private static final long[] NO_TAGS = {};

  private final Tags tags;

  public RecipientStop(Tags tags) {
    this.tags = tags;
  }

  @Override
  public StopName name() {
    return StopName.RECIPIENT;
  }

  @Override
  public boolean settles() {
    return false;
  }

  @Override
  public RecipientState decode(byte @Nullable [] stored) {
    return RecipientState.decode(stored);
  }

  @Override
  public byte @Nullable [] encode(RecipientState state) {
    return state.encode();
  }

  @Override
  public void apply(RecipientState state, Input input, Step step) {
    ByteReader in = new ByteReader(input.content());
    PayloadKind kind = PayloadKind.read(in);
    switch (kind) {
      case OBSERVATION -> observe(state, input, PackedObservation.read(in, input.content()), step);
      case ACCOUNT_LIFE -> live(state, input, AccountLife.read(in, step.timeMs()), step);
      case AGE_STATED -> {
        AgeStated stated = AgeStated.read(in, step.timeMs());
        if (isNew(state, input, stated.origin().kind(), input.key().high(), step)) {
          learn(state, stated, step);
        }
      }
      case POSTED,
          PAIR_CHANGE,
          BELIEF,
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
          BAN_MARK,
          COLD_OPENING,
          MEETING_OUTCOME,
          LINK_CREATED,
          LINK_RETURN,
          LINK_AFTERMATH,
          LINK_FORGOTTEN,
          ERASURE_NOTE,
          MEETING_TO_COME ->
          throw new IllegalStateException("RECIPIENT was sent " + kind);
    }
  }

  private void observe(RecipientState state, Input input, PackedObservation seen, Step step) {
    Evidence.Kind origin = seen.isMessage() ? Evidence.Kind.MESSAGE : Evidence.Kind.INTERACTION;
    if (isNew(state, input, origin, seen.subjectTag(), step)) {
      state.occasion.add(seen);
    }
  }

  /** Sends an observation on, with what is known after its instant and who acted before it. */
  private static void profile(RecipientState state, PackedObservation observation, Step step) {
    int known = state.indexOfContact(observation.subjectTag());
    boolean mayOpen =
        observation.opens()
            && (known < 0 || state.contacts.get(known).lastOpeningMs() <= step.timeMs() - PAIR_MS);
    long[] contacts = mayOpen ? state.contactTags() : NO_TAGS;
    Acquaintance acquaintance =
        observation.isReaction() ? acquaintance(state, step) : Acquaintance.NONE;
    AgeView age = state.age(ages(observation, step));
    boolean contactsAreKnown = state.requestedMs == Unknown.TIME;
    Key pair = Tags.pairKey(observation.subjectTag(), observation.counterpartTag());
    step.emit(
        StopName.PAIR,
        pair,
        Profiled.pack(observation, age, contactsAreKnown, contacts, acquaintance));
  }

  private static Acquaintance acquaintance(RecipientState state, Step step) {
    long sinceMs = step.timeMs() - DEVICE_MS;
    long[] devices = new long[state.devices.size()];
    int known = 0;
    for (OwnDevice device : state.devices) {
      if (!device.joinsNobody() && device.lastMs() > sinceMs) {
        devices[known++] = device.tag();
      }
    }
    return new Acquaintance(state.createdMs, Arrays.copyOf(devices, known), state.contactTags());
  }

  private static void remember(RecipientState state, PackedObservation act, Step step) {
    state.concernedAt(step.timeMs());
    long openingMs = Unknown.TIME;
    int known = state.indexOfContact(act.subjectTag());
    if (known >= 0) {
      openingMs = state.contacts.get(known).lastOpeningMs();
      state.contacts.remove(known);
    }
    long lastOpeningMs = act.opens() ? step.timeMs() : openingMs;
    state.contacts.add(new Contact(act.subjectTag(), step.timeMs(), lastOpeningMs), step);
  }

  private void live(RecipientState state, Input input, AccountLife life, Step step) {
    if (!isNew(state, input, life.origin().kind(), input.key().high(), step)) {
      return;
    }
    if (life.kind().isRequest(state.requestedMs != Unknown.TIME)) {
      state.isRequestedNow = true;
      state.requestedIn = life.community();
    } else if (life.kind() == SessionEvent.Kind.DELETED) {
      state.quietSinceMs = step.timeMs();
    } else if (life.kind() == SessionEvent.Kind.RESTORED) {
      state.quietSinceMs = Unknown.TIME;
    }
    if (life.kind() == SessionEvent.Kind.ACCOUNT_CREATED) {
      long createdMs = Math.min(life.origin().statedMs(), step.timeMs());
      boolean earlier = state.createdMs == Unknown.TIME || createdMs < state.createdMs;
      state.createdMs = earlier ? createdMs : state.createdMs;
    }
    if (Unknown.isKnown(life.device())) {
      own(state, life, step);
    }
    BanMarking.live(state, life, tags, step);
    if (life.age().isPresent()) {
      AgeStated stated = life.ageStated(step.timeMs());
      learn(state, stated, step);
    }
  }

  private void own(RecipientState state, AccountLife life, Step step) {
    long tag = tags.tag("device", life.community(), life.device());
    @Nullable OwnDevice known = state.devices.find(device -> device.tag() == tag);
    boolean joinsNobody = life.joinsNobody() || known != null && known.joinsNobody();
    state.devices.removeIf(device -> device.tag() == tag);
    state.devices.add(new OwnDevice(tag, life.device(), step.timeMs(), joinsNobody), step);
  }

  /** Only where communities differ is it worth unpacking which one it is. */
  private static AgeInference ages(PackedObservation observation, Step step) {
    String community = step.history().namesCommunities() ? observation.community() : Unknown.ID;
    return step.rules(community).ages();
  }

  /** Takes an age statement in; contacts of 30 days learn of a changed belief. */
  private void learn(RecipientState state, AgeStated stated, Step step) {
    state.concernedAt(step.timeMs());
    AgeStatement statement = stated.statement();
    AgeInference ages = step.rules(stated.community()).ages();
    if (!state.belief.add(statement, ages)) {
      return;
    }
    long ownTag = tags.account(stated.community(), stated.account());
    AgeView age = state.belief.view(ages);
    state.forgetContactsThrough(step.timeMs() - CONTACT_MS);
    for (Contact contact : state.contacts) {
      ByteWriter out = new ByteWriter().octet(PayloadKind.BELIEF.ordinal());
      new Belief(ownTag, contact.tag(), age, stated.origin().recordedMs()).write(out);
      step.emit(StopName.PAIR, Tags.pairKey(ownTag, contact.tag()), out.toBytes());
    }
  }

  private boolean isNew(
      RecipientState state, Input input, Evidence.Kind origin, long party, Step step) {
    int kind = input.content()[0];
    long identity = tags.event(kind, origin.ordinal(), step.root().id(), party);
    return state.seen.isNew(identity * 31 + input.path().tag(), step);
  }

  @Override
  public void judge(RecipientState state, Step step) {
    if (!state.occasion.isEmpty()) {
      pass(state, step);
    }
    if (state.isRequestedNow) {
      erase(state, step);
    }
  }

  private static void pass(RecipientState state, Step step) {
    state.forgetContactsThrough(step.timeMs() - CONTACT_MS);
    for (PackedObservation observation : state.occasion) {
      profile(state, observation, step);
    }
    for (PackedObservation observation : state.occasion) {
      if (observation.isAct()) {
        remember(state, observation, step);
      }
    }
    state.occasion.clear();
  }

  /** What the account received goes; others are shown its bands as they were (page 0015). */
  private static void erase(RecipientState state, Step step) {
    AgeView age = state.age(step.rules(state.requestedIn).ages());
    state.forget();
    state.requestedMs = step.timeMs();
    state.shown = age.sourced() ? age.withoutStatement() : null;
    state.isRequestedNow = false;
  }

  @Override
  public long nextDeadlineMs(RecipientState state) {
    long forgottenMs = Retention.forgetsQuietMs(state.quietSinceMs);
    long endsMs = Retention.tombstoneEndsMs(state.requestedMs);
    return Math.min(Math.min(forgottenMs, endsMs), forgetsBanMs(state));
  }

  private static long forgetsBanMs(RecipientState state) {
    return state.ban.isPresent()
        ? Retention.nextDayMs(state.ban.ban().dateMs() + Ban.KEPT_MS)
        : NO_DEADLINE;
  }

  @Override
  public void onDeadline(RecipientState state, Step step) {
    if (forgetsBanMs(state) <= step.timeMs()) {
      state.ban = OwnBan.NONE;
    }
    if (Retention.forgetsQuietMs(state.quietSinceMs) <= step.timeMs()) {
      state.seen.clear();
      state.forget();
    }
    if (Retention.tombstoneEndsMs(state.requestedMs) <= step.timeMs()) {
      state.requestedMs = Unknown.TIME;
      state.shown = null;
      state.seen.forgetDue(step.timeMs());
      state.forgetContactsThrough(step.timeMs() - CONTACT_MS);
    }
  }
}
