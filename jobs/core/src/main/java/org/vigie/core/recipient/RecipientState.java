package org.vigie.core.recipient;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeBelief;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.route.SeenEvents;

/** What is kept of an account as a recipient. */
final class RecipientState {
  private static final int VERSION = 1;

  final SeenEvents seen = new SeenEvents(StateLimit.RECIPIENT_SEEN);
  final BoundedList<Contact> contacts = new BoundedList<>(StateLimit.RECIPIENT_CONTACTS);
  AgeBelief belief = new AgeBelief();

  /** Since when the account is deleted and nothing concerned it, or {@link Unknown#TIME}. */
  long quietSinceMs = Unknown.TIME;

  /** Who acted towards it, and when last. */
  record Contact(long tag, long lastMs) {}

  /** A deleted account that something still concerns is not forgotten yet. */
  void concernedAt(long timeMs) {
    if (quietSinceMs != Unknown.TIME) {
      quietSinceMs = timeMs;
    }
  }

  byte @Nullable [] encode() {
    if (seen.isEmpty() && contacts.isEmpty() && belief.isEmpty() && quietSinceMs == Unknown.TIME) {
      return null;
    }
    ByteWriter out = new ByteWriter(128).octet(VERSION);
    belief.write(out);
    out.signed(quietSinceMs);
    seen.write(out);
    contacts.write(out, contact -> out.fixed64(contact.tag()).signed(contact.lastMs()));
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
      state.quietSinceMs = in.signed();
      state.seen.read(in);
      state.contacts.read(in, bytes -> new Contact(bytes.fixed64(), bytes.signed()));
    }
    return state;
  }
}
