package org.vigie.detection.retention;

import org.vigie.core.alert.Alert;

/** What became of an alert, as far as it matters for how long it is to be kept. */
public enum RetentionClass {
  /** Nobody looked at it. */
  UNREVIEWED,
  /** Looked at, and not decided. */
  OPEN,
  /** A reviewer confirmed it. */
  CONFIRMED,
  /** Reviewers dismissed it. */
  DISMISSED,
  /** Looked at, and none of its findings holds any more. */
  EXPIRED;

  static RetentionClass of(Alert alert) {
    if (alert.reviews().isEmpty()) {
      return UNREVIEWED;
    }
    return switch (alert.state()) {
      case OPEN, WITHDRAWN -> OPEN;
      case CONFIRMED -> CONFIRMED;
      case DISMISSED -> DISMISSED;
      case EXPIRED -> EXPIRED;
    };
  }
}
