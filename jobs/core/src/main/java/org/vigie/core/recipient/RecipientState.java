package org.vigie.core.recipient;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeBelief;
import org.vigie.core.age.AgeInference;
import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.route.PackedObservation;
import org.vigie.core.route.SeenEvents;

/** What is kept of an account as a recipient. */
final class RecipientState {
  private static final int VERSION = 4;
  private static final long NEVER = -1;

  final SeenEvents seen = new SeenEvents(StateLimit.RECIPIENT_SEEN);
  final BoundedList<Contact> contacts = new BoundedList<>(StateLimit.RECIPIENT_CONTACTS);
  final BoundedList<OwnDevice> devices = new BoundedList<>(StateLimit.RECIPIENT_DEVICES);

  /** Its ban for a harm; outlives the account where that is forgotten. */
  OwnBan ban = OwnBan.NONE;

  AgeBelief belief = new AgeBelief();

  /** When the account was created, {@link Unknown#TIME} if that was not seen. */
  long createdMs = Unknown.TIME;

  /** Since when the account is deleted and nothing concerned it, or {@link Unknown#TIME}. */
  long quietSinceMs = Unknown.TIME;

  /** When it was last asked that the account be forgotten, {@link Unknown#TIME} if not lately. */
  long requestedMs = Unknown.TIME;

  /** What others were shown of its age then, null if nothing was said of it. */
  @Nullable AgeView shown;

  /** Whether the present instant asks for it; never stored. */
  boolean isRequestedNow;

  /** The community in which it does; never stored. */
  String requestedIn = Unknown.ID;

  /** What the present instant brought; never stored, empty between instants. */
  final List<PackedObservation> occasion = new ArrayList<>(1);

  /**
   * Who acted towards it.
   *
   * @param lastMs when last
   * @param lastOpeningMs when last by something that can open a pair; {@link Unknown#TIME} if never
   */
  record Contact(long tag, long lastMs, long lastOpeningMs) {}

  /** A device of its own, and whether its own events say that it joins nobody. */
  record OwnDevice(long tag, String token, long lastMs, boolean joinsNobody) {}

  /** A deleted account that something still concerns is not forgotten yet. */
  void concernedAt(long timeMs) {
    if (quietSinceMs != Unknown.TIME) {
      quietSinceMs = timeMs;
    }
  }

  /** Index of the contact of a tag, or −1. */
  int indexOfContact(long tag) {
    for (int i = contacts.size() - 1; i >= 0; i--) {
      if (contacts.get(i).tag() == tag) {
        return i;
      }
    }
    return -1;
  }

  /** Tags of the contacts, the least recent first. */
  long[] contactTags() {
    long[] tags = new long[contacts.size()];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = contacts.get(i).tag();
    }
    return tags;
  }

  /** Forgets who acted last at or before a time: contacts stand in the order of their last act. */
  void forgetContactsThrough(long timeMs) {
    while (!contacts.isEmpty() && contacts.get(0).lastMs() <= timeMs) {
      contacts.removeFirst();
    }
  }

  /** What others are shown of its age. */
  AgeView age(AgeInference inference) {
    return belief.isEmpty() && shown != null ? shown : belief.view(inference);
  }

  /** Forgets who it was: not what it takes for a duplicate, nor its ban. */
  void forget() {
    contacts.clear();
    devices.clear();
    createdMs = Unknown.TIME;
    belief = new AgeBelief();
    quietSinceMs = Unknown.TIME;
  }

  byte @Nullable [] encode() {
    boolean knowsNobody = seen.isEmpty() && contacts.isEmpty() && devices.isEmpty();
    boolean isUnknown = createdMs == Unknown.TIME && belief.isEmpty() && !ban.isPresent();
    boolean isAlive = quietSinceMs == Unknown.TIME && requestedMs == Unknown.TIME;
    if (knowsNobody && isUnknown && isAlive) {
      return null;
    }
    ByteWriter out = new ByteWriter(128).octet(VERSION);
    belief.write(out);
    out.time(quietSinceMs).time(createdMs);
    ban.write(out);
    out.time(requestedMs);
    if (requestedMs != Unknown.TIME) {
      out.flag(shown != null);
      if (shown != null) {
        shown.write(out);
      }
    }
    devices.write(
        out,
        own ->
            out.fixed64(own.tag()).text(own.token()).signed(own.lastMs()).flag(own.joinsNobody()));
    seen.write(out);
    contacts.write(
        out,
        contact -> {
          out.fixed64(contact.tag()).signed(contact.lastMs());
          boolean everOpening = contact.lastOpeningMs() != Unknown.TIME;
          out.signed(everOpening ? contact.lastMs() - contact.lastOpeningMs() : NEVER);
        });
    return out.toBytes();
  }

  static RecipientState decode(byte @Nullable [] stored) {
    RecipientState state = new RecipientState();
    if (stored != null) {
      ByteReader in = new ByteReader(stored);
      int version = in.octet();
      if (version != VERSION) {
        throw new IllegalStateException("recipient state of version " + version);
      }
      state.belief = AgeBelief.read(in);
      state.quietSinceMs = in.time();
      state.createdMs = in.time();
      state.ban = OwnBan.read(in);
      state.requestedMs = in.time();
      state.shown = state.requestedMs != Unknown.TIME && in.flag() ? AgeView.read(in) : null;
      state.devices.read(in, RecipientState::readDevice);
      state.seen.read(in);
      state.contacts.read(in, RecipientState::readContact);
    }
    return state;
  }

  private static OwnDevice readDevice(ByteReader in) {
    return new OwnDevice(in.fixed64(), in.text(), in.signed(), in.flag());
  }

  private static Contact readContact(ByteReader in) {
    long tag = in.fixed64();
    long lastMs = in.signed();
    long agoMs = in.signed();
    return new Contact(tag, lastMs, agoMs == NEVER ? Unknown.TIME : lastMs - agoMs);
  }
}
