package org.vigie.rules.schema;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as files write them: a whole number and one of ms, s, m, h, d. */
public final class Spans {
  static final Pattern PATTERN = Pattern.compile("(0|[1-9][0-9]{0,8})(ms|s|m|h|d)|0");

  private static final long SECOND_MS = 1000;
  private static final long MINUTE_MS = 60 * SECOND_MS;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final long DAY_MS = 24 * HOUR_MS;

  private Spans() {}

  /** Milliseconds; empty for what is no length of time. */
  public static OptionalLong parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    if (matcher.group(2) == null) {
      return OptionalLong.of(0);
    }
    long unitMs =
        switch (matcher.group(2)) {
          case "d" -> DAY_MS;
          case "h" -> HOUR_MS;
          case "m" -> MINUTE_MS;
          case "s" -> SECOND_MS;
          default -> 1;
        };
    return OptionalLong.of(Long.parseLong(matcher.group(1)) * unitMs);
  }

  /** In the largest unit that is exact. */
  public static String shown(long ms) {
    if (ms == 0) {
      return "0";
    }
    if (ms % DAY_MS == 0) {
      return ms / DAY_MS + "d";
    }
    if (ms % HOUR_MS == 0) {
      return ms / HOUR_MS + "h";
    }
    if (ms % MINUTE_MS == 0) {
      return ms / MINUTE_MS + "m";
    }
    return ms % SECOND_MS == 0 ? ms / SECOND_MS + "s" : ms + "ms";
  }
}
