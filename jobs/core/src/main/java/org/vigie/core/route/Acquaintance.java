package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;

/**
 * What tells whether somebody who reacted belongs together with others who did: as of its reaction.
 *
 * @param createdMs when its account was created, {@link Unknown#TIME} if that was not seen
 * @param devices tags of its devices that can join it with others
 * @param contacts tags of those who acted towards it in 30 days
 */
public record Acquaintance(long createdMs, long[] devices, long[] contacts) {
  private static final long HOUR_MS = 3_600_000L;

  /** Nobody reacted. */
  public static final Acquaintance NONE = new Acquaintance(Unknown.TIME, new long[0], new long[0]);

  /** Whether a device or the hour of creation joins the two. */
  public boolean isJoinedWith(Acquaintance other) {
    boolean together =
        createdMs != Unknown.TIME
            && other.createdMs != Unknown.TIME
            && Math.abs(createdMs - other.createdMs) <= HOUR_MS;
    if (together) {
      return true;
    }
    for (long device : devices) {
      if (contains(other.devices, device)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an account acted towards it. */
  public boolean knows(long tag) {
    return contains(contacts, tag);
  }

  private static boolean contains(long[] tags, long wanted) {
    for (long tag : tags) {
      if (tag == wanted) {
        return true;
      }
    }
    return false;
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    out.time(createdMs);
    PairChange.writeTags(devices, out);
    PairChange.writeTags(contacts, out);
  }

  /** Reads what {@link #write} packed. */
  public static Acquaintance read(ByteReader in) {
    return new Acquaintance(in.time(), PairChange.readTags(in), PairChange.readTags(in));
  }
}
