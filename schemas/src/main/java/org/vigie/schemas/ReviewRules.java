package org.vigie.schemas;

import org.vigie.event.Review;

/** What a review must keep to. */
final class ReviewRules {
  private ReviewRules() {}

  static void check(Review review) throws RefusedException {
    TextRules.id("event_id", review.getEventId());
    TextRules.id("community", review.getCommunity());
    RangeRules.time("time", review.getTime());
    TextRules.uuid("alert_id", review.getAlertId());
    TextRules.id("reviewer", review.getReviewer());
    RangeRules.known("decision", review.getDecision());
    TextRules.textOrUnknown("reason", review.getReason(), Limits.REASON_BYTES_MAX);
    RangeRules.timeOrUnknown("snooze_until", review.getSnoozeUntil());
  }
}
