package org.vigie.core.alert;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * A revision that is said before it is settled, or taken back: provisional.
 *
 * @param settledRevision the last revision that was settled when this was said, 0 if none
 * @param alert the revision as it would be settled; {@link AlertState#WITHDRAWN} if it is taken
 *     back
 */
public record Announcement(int settledRevision, Alert alert) {
  /** The same taken back. */
  public Announcement withdrawn() {
    return new Announcement(settledRevision, alert.withState(AlertState.WITHDRAWN));
  }

  /** Packs it. */
  public byte[] toBytes() {
    return pack(settledRevision, alert.toBytes());
  }

  /** Packs one whose alert is packed. */
  public static byte[] pack(int settledRevision, byte[] alert) {
    return new ByteWriter(alert.length + 8).number(settledRevision).block(alert).toBytes();
  }

  /** Reads what {@link #toBytes} packed. */
  public static Announcement fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    return new Announcement(in.count(), Alert.fromBytes(in.block()));
  }
}
