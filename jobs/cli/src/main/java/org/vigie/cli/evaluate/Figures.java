package org.vigie.cli.evaluate;

import java.util.Locale;
import java.util.OptionalLong;
import org.vigie.simulator.score.Share;

/** How figures are written. */
final class Figures {
  private static final long MINUTE_MS = 60_000L;
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 86_400_000L;

  private Figures() {}

  /** Such as {@code 7/10}; a dash of nothing. */
  static String of(Share share) {
    return share.of() == 0 ? "-" : share.hits() + "/" + share.of();
  }

  /** Such as {@code 0.70}; a dash of nothing. */
  static String rate(Share share) {
    return share.of() == 0 ? "-" : String.format(Locale.ROOT, "%.2f", share.value());
  }

  static String rate(double rate) {
    return String.format(Locale.ROOT, "%.3f", rate);
  }

  static String count(OptionalLong count) {
    return count.isPresent() ? String.valueOf(count.getAsLong()) : "-";
  }

  /** In the largest unit that leaves something to say. */
  static String duration(OptionalLong durationMs) {
    if (durationMs.isEmpty()) {
      return "-";
    }
    long ms = durationMs.getAsLong();
    if (ms < MINUTE_MS) {
      return ms / 1_000 + " s";
    }
    if (ms < 2 * HOUR_MS) {
      return ms / MINUTE_MS + " min";
    }
    return ms < 3 * DAY_MS ? ms / HOUR_MS + " h" : ms / DAY_MS + " d";
  }
}
