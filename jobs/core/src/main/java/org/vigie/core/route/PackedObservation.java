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
  private final int headEnd;

  private PackedObservation(ObservationHead head, byte[] payload, int start, int headEnd) {
    this.head = head;
    this.payload = payload;
    this.start = start;
    this.headEnd = headEnd;
  }

  /**
   * The observation that fills a payload to its end.
   *
   * @param in stands at the observation
   */
  public static PackedObservation read(ByteReader in, byte[] payload) {
    int start = in.position();
    ObservationHead head = ObservationHead.read(in);
    return new PackedObservation(head, payload, start, in.position());
  }

  /** Tag of who acted, or was reported. */
  public long subjectTag() {
    return head.subjectTag();
  }

  /** Tag of the other. */
  public long counterpartTag() {
    return head.counterpartTag();
  }

  /** The community of both. */
  public String community() {
    return new ByteReader(payload, headEnd).text();
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
