package org.vigie.detection.decode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.core.event.Event;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.event.ReviewDecision;

/**
 * What the audit takes down of events: reviews, and requests for erasure without the account
 * (decision 14). Of any other event nothing.
 *
 * <p>One instance belongs to one thread.
 */
final class EventNotes {
  private final MessageDigest sha256;

  EventNotes() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** A note of an accepted event, null for those that leave none. */
  @Nullable AuditEntry of(LogRecord record, Decoder.Outcome.Accepted accepted) {
    Event event = accepted.event();
    return switch (record.kind()) {
      case REVIEW -> taken(record, accepted, (Review) event);
      case SESSION ->
          ((SessionEvent) event).kind() == SessionEvent.Kind.ERASURE_REQUESTED
              ? note(record, accepted, AuditKind.ERASURE_REQUESTED).build()
              : null;
      case MESSAGE, INTERACTION, RULE_BUNDLE, ALERT, DEAD_LETTER, PROGRESS, AUDIT_ENTRY -> null;
    };
  }

  private AuditEntry taken(LogRecord record, Decoder.Outcome.Accepted accepted, Review review) {
    byte[] payload = record.payload();
    return note(record, accepted, AuditKind.REVIEW_TAKEN)
        .setAlertId(review.alertId())
        .setReviewer(review.actor())
        .setDecision(ReviewDecision.valueOf(review.decision().name()))
        .setPayloadSha256(payload == null ? null : HexFormat.of().formatHex(sha256.digest(payload)))
        .build();
  }

  private static AuditEntry.Builder note(
      LogRecord record, Decoder.Outcome.Accepted accepted, AuditKind kind) {
    boolean inLog = record.offset() != LogRecord.NO_OFFSET;
    return AuditEntry.newBuilder()
        .setWriter("")
        .setSequence(0)
        .setKind(kind)
        .setTime(accepted.time().timeMs())
        .setCommunity(accepted.event().community())
        .setEventId(accepted.event().eventId())
        .setSourceTopic(inLog ? record.topic() : null)
        .setPartition(inLog ? record.partition() : null)
        .setOffset(inLog ? record.offset() : null);
  }
}
