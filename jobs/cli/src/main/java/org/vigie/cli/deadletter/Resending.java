package org.vigie.cli.deadletter;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.core.event.Trace;
import org.vigie.detection.decode.Decoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.Topics;

/** Says what would become of a refused record if it were sent again now. */
final class Resending {
  private final Decoder decoder;
  private final long nowMs;
  private final MessageDigest sha256;
  private final Set<String> seen = new HashSet<>();

  /** What would become of it. */
  enum Fate {
    /** It would count. */
    ACCEPTED("would be accepted"),
    /** It would be refused again. */
    REFUSED("would be refused again"),
    /** The letter does not hold it. */
    NO_PAYLOAD("not kept (vigie.dead-letters.payload)"),
    /** The letter holds its beginning only. */
    CUT("longer than a letter holds"),
    /** It did not come from an event topic. */
    NO_TOPIC("not from an event topic"),
    /** The same bytes are sent already. */
    REPEATED("the same record as another letter");

    private final String words;

    Fate(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A fate and, of a refusal, its code.
   *
   * @param detail code of the refusal; empty for everything else
   */
  record Verdict(Fate fate, String detail) implements Comparable<Verdict> {
    static Verdict of(Fate fate) {
      return new Verdict(fate, "");
    }

    @Override
    public int compareTo(Verdict other) {
      int byFate = fate.compareTo(other.fate);
      return byFate != 0 ? byFate : detail.compareTo(other.detail);
    }
  }

  /**
   * Verdicts.
   *
   * @param decoder decodes as the job does
   * @param nowMs when the records would be recorded, epoch milliseconds
   */
  Resending(Decoder decoder, long nowMs) {
    this.decoder = decoder;
    this.nowMs = nowMs;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Verdict of(DeadLetter letter) {
    byte[] payload = bytes(letter.getPayload());
    if (payload == null) {
      return Verdict.of(Fate.NO_PAYLOAD);
    }
    String hash = HexFormat.of().formatHex(sha256.digest(payload));
    if (!hash.equals(letter.getPayloadSha256())) {
      return Verdict.of(Fate.CUT);
    }
    if (!Topics.EVENTS.contains(letter.getSourceTopic())) {
      return Verdict.of(Fate.NO_TOPIC);
    }
    if (!seen.add(letter.getSourceTopic() + " " + hash)) {
      return Verdict.of(Fate.REPEATED);
    }
    Decoder.Outcome outcome = decoder.decode(record(letter, payload));
    return outcome instanceof Decoder.Outcome.Refused refused
        ? new Verdict(Fate.REFUSED, refused.why().code().name())
        : Verdict.of(Fate.ACCEPTED);
  }

  private LogRecord record(DeadLetter letter, byte[] payload) {
    return new LogRecord(
        Topics.kindOf(letter.getSourceTopic()),
        letter.getSourceTopic(),
        0,
        LogRecord.NO_OFFSET,
        nowMs,
        bytes(letter.getKey()),
        payload,
        Trace.NONE);
  }

  /** The bytes of a field. */
  static byte @Nullable [] bytes(@Nullable ByteBuffer field) {
    if (field == null) {
      return null;
    }
    byte[] bytes = new byte[field.remaining()];
    field.duplicate().get(bytes);
    return bytes;
  }
}
