package org.vigie.detection.decode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.schemas.Limits;
import org.vigie.schemas.Refusal;

/** Makes dead letters (CONTRACT §7) of refusals. */
public final class DeadLetters {
  private final boolean withPayload;
  private final MessageDigest sha256;

  /**
   * A maker for one thread.
   *
   * @param withPayload whether the letters carry what was refused
   */
  public DeadLetters(boolean withPayload) {
    this.withPayload = withPayload;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The letter about a record of a log. */
  DeadLetter about(LogRecord record, Refusal refusal) {
    boolean inLog = record.offset() != LogRecord.NO_OFFSET;
    return letter(refusal, record.payload())
        .setSourceTopic(record.topic())
        .setPartition(inLog ? record.partition() : null)
        .setOffset(inLog ? record.offset() : null)
        .setTime(record.recordedMs())
        .setKey(withPayload ? trimmed(record.key()) : null)
        .build();
  }

  /**
   * The letter about a line of a file.
   *
   * @param file its name
   * @param line number of the line, from 1
   * @param timeMs what stands for the time of recording, epoch milliseconds
   */
  public DeadLetter about(String file, long line, long timeMs, Refusal refusal) {
    return letter(refusal, null).setSourceTopic(file).setLine(line).setTime(timeMs).build();
  }

  private DeadLetter.Builder letter(Refusal refusal, byte @Nullable [] payload) {
    return DeadLetter.newBuilder()
        .setCode(refusal.code())
        .setMessage(refusal.message())
        .setField(orNull(refusal.field()))
        .setPayloadSha256(payload == null ? null : HexFormat.of().formatHex(sha256.digest(payload)))
        .setPayload(withPayload ? trimmed(payload) : null)
        .setValue(withPayload ? orNull(refusal.value()) : null)
        .setAllowed(orNull(refusal.allowed()))
        .setNearest(withPayload ? orNull(refusal.nearest()) : null);
  }

  private static @Nullable ByteBuffer trimmed(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    return ByteBuffer.wrap(Arrays.copyOf(bytes, Math.min(bytes.length, Limits.BYTES_FIELD_MAX)));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
