package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * An {@link Observation} of which only the first bytes are read: RECIPIENT passes the rest on as it
 * came, names and all.
 */
public final class PackedObservation {
  private final ObservationHead head;
  private final byte[] payload;
  private final int start;

  private PackedObservation(ObservationHead head, byte[] payload, int start) {
    this.head = head;
    this.payload = payload;
    this.start = start;
  }

  /**
   * The observation that fills a payload to its end.
   *
   * @param in stands at the observation
   */
  public static PackedObservation read(ByteReader in, byte[] payload) {
    int start = in.position();
    return new PackedObservation(ObservationHead.read(in), payload, start);
  }

  /** Tag of who acted, or was reported. */
  public long subjectTag() {
    return head.subjectTag();
  }

  /** Tag of the other. */
  public long counterpartTag() {
    return head.counterpartTag();
  }

  /** Whether it is a message; everything else is an interaction. */
  public boolean isMessage() {
    return head.kind() == Observation.Kind.MESSAGE;
  }

  /** As {@link Observation.Kind#isAct}. */
  public boolean isAct() {
    return head.kind().isAct();
  }

  /** As {@link Observation.Kind#isReaction}. */
  public boolean isReaction() {
    return head.kind().isReaction();
  }

  /** As {@link Observation#opens}. */
  public boolean opens() {
    return head.kind().opens(head.channel());
  }

  /** Number of packed bytes. */
  int sizeBytes() {
    return payload.length - start;
  }

  /** Packs it as {@link Observation#write} did. */
  void write(ByteWriter out) {
    out.rest(payload, start);
  }
}
