package org.vigie.detection.alert;

import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.alert.ReviewState;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;

/** What the audit takes down of what reviews did. */
final class ReviewNotes {
  private ReviewNotes() {}

  /**
   * A note of the revision that a review made, null for any other.
   *
   * @param root the instant of the revision
   */
  static @Nullable AuditEntry of(Root root, Alert revision) {
    ReviewState review = revision.getReview();
    if (review == null || !isOfAReview(root, review)) {
      return null;
    }
    return AuditEntry.newBuilder()
        .setWriter("")
        .setSequence(0)
        .setKind(AuditKind.REVIEW_APPLIED)
        .setTime(root.timeMs())
        .setCommunity(revision.getCommunity())
        .setEventId(root.id())
        .setAlertId(revision.getAlertId())
        .setDecision(review.getDecision())
        .setRevision(revision.getRevision())
        .setEpisode(revision.getEpisode())
        .setState(revision.getState())
        .build();
  }

  /** One that came too late for its own instant was applied at another, and bears that time. */
  private static boolean isOfAReview(Root root, ReviewState review) {
    return root.rank() == Rank.REVIEW
        || root.rank() == Rank.OVERTAKEN && review.getTime() == root.timeMs();
  }
}
