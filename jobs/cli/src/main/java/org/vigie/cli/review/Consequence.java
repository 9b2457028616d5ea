package org.vigie.cli.review;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Finding;
import org.vigie.alert.ReviewState;
import org.vigie.alert.Severity;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.schemas.standing.Phase;
import org.vigie.schemas.standing.Standing;

/**
 * What will follow from a review (CONTRACT §5), in words, as far as it is known when it is made.
 */
final class Consequence {
  private static final long REST_MS = 14 * 24 * 3_600_000L;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Set<String> neverSilenced;

  /**
   * Consequences under a rule set.
   *
   * @param neverSilenced rules that no dismissal rests
   */
  Consequence(Set<String> neverSilenced) {
    this.neverSilenced = neverSilenced;
  }

  /** What follows, a sentence a line. */
  List<String> of(Review review, Standing standing) {
    List<String> lines = new ArrayList<>();
    if (standing.phase() == Phase.PROVISIONAL) {
      lines.add("It is not settled yet: if it is taken back, the review answers nothing.");
    }
    lines.addAll(decided(review, standing.alert()));
    lines.add("The next revision shows it once it is settled, some ten seconds from now.");
    return lines;
  }

  private List<String> decided(Review review, Alert alert) {
    return switch (review.getDecision()) {
      case CONFIRMED ->
          List.of("It becomes CONFIRMED and keeps being raised; dismissals before count no more.");
      case DISMISSED -> dismissed(review, alert);
      case NEEDS_MORE, ESCALATED, UNRECOGNISED ->
          List.of("It is shown on the alert; its state stays " + alert.getState() + ".");
    };
  }

  private List<String> dismissed(Review review, Alert alert) {
    if (isCritical(alert) && isMixed(alert)) {
      return List.of(
          "It is closed if another reviewer dismissed it before; if not, another one has to.");
    }
    if (isCritical(alert) && needsAnother(review, alert)) {
      return List.of(
          "It stays "
              + alert.getState()
              + ": a CRITICAL alert is closed by two reviewers, and another one has to dismiss it"
              + " too.");
    }
    List<String> lines = new ArrayList<>();
    Long until = review.getSnoozeUntil();
    long untilMs = until == null ? review.getTime() + REST_MS : until;
    lines.add(
        "It is closed, and its rules rest for this subject until "
            + MINUTE.format(Instant.ofEpochMilli(untilMs))
            + "; evidence of another family opens it again.");
    Set<String> loud = new TreeSet<>(neverSilenced);
    loud.retainAll(alert.getFindings().stream().map(Finding::getRule).toList());
    if (!loud.isEmpty()) {
      lines.add("Never silenced, opening it again at once: " + String.join(", ", loud) + ".");
    }
    return lines;
  }

  private static boolean isCritical(Alert alert) {
    return alert.getSeverity() == Severity.CRITICAL && alert.getState() != AlertState.DISMISSED;
  }

  /** An alert shows its last decision alone: dismissals can stand behind a question. */
  private static boolean isMixed(Alert alert) {
    ReviewState last = alert.getReview();
    return last != null
        && (last.getDecision() == ReviewDecision.NEEDS_MORE
            || last.getDecision() == ReviewDecision.ESCALATED);
  }

  private static boolean needsAnother(Review review, Alert alert) {
    ReviewState before = alert.getReview();
    if (before == null || before.getDecision() != ReviewDecision.DISMISSED) {
      return true;
    }
    return before.getReviewers().stream()
        .allMatch(reviewer -> Objects.equals(reviewer, review.getReviewer()));
  }
}
