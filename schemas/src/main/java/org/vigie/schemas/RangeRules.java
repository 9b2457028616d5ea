package org.vigie.schemas;

import static org.vigie.alert.DeadLetterCode.BAD_VALUE;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What numbers, times and closed sets must keep to. */
final class RangeRules {
  private static final String TIME_ALLOWED =
      "1970-01-01T00:00Z to 9999-12-31T23:59:59.999Z, in epoch milliseconds or ISO-8601";

  private RangeRules() {}

  /** Refuses a time that arithmetic with windows could carry out of range. */
  static void time(String field, long epochMs) throws RefusedException {
    if (epochMs < Limits.TIME_MS_MIN || epochMs > Limits.TIME_MS_MAX) {
      throw refused(field, Long.toString(epochMs), "is outside the years 1970-9999", TIME_ALLOWED);
    }
  }

  static void timeOrUnknown(String field, @Nullable Long epochMs) throws RefusedException {
    if (epochMs != null) {
      time(field, epochMs);
    }
  }

  static void notNegative(String field, @Nullable Integer value) throws RefusedException {
    if (value != null && value < 0) {
      throw refused(field, value.toString(), "is negative", ">= 0");
    }
  }

  static void atLeast(String field, long value, long lowest) throws RefusedException {
    if (value < lowest) {
      throw refused(field, Long.toString(value), "is below " + lowest, ">= " + lowest);
    }
  }

  /** Refuses what is no probability; NaN is none. */
  static void share(String field, double value) throws RefusedException {
    if (!(value >= 0 && value <= 1)) {
      throw refused(field, Double.toString(value), "is outside 0..1", "0 to 1");
    }
  }

  static void ageRange(@Nullable Integer minYears, @Nullable Integer maxYears)
      throws RefusedException {
    ageYears("min", minYears);
    ageYears("max", maxYears);
    if (minYears != null && maxYears != null && minYears > maxYears) {
      throw refused("min", minYears.toString(), "is above max", "at most max, " + maxYears);
    }
  }

  private static void ageYears(String field, @Nullable Integer years) throws RefusedException {
    if (years != null && (years < 0 || years > Limits.AGE_YEARS_MAX)) {
      String allowed = String.format(Locale.ROOT, "0 to %d whole years", Limits.AGE_YEARS_MAX);
      throw refused(field, years.toString(), "is no age", allowed);
    }
  }

  /** Refuses a value of a closed set that a newer producer sent and this version does not know. */
  static void known(String field, @Nullable Enum<?> value) throws RefusedException {
    if (value != null && !ClosedSet.isRecognised(value)) {
      throw new RefusedException(
          Refusal.of(BAD_VALUE, field, "is a value that this version does not know")
              .allowing(ClosedSet.allowed(value)));
    }
  }

  private static RefusedException refused(
      String field, String value, String message, String allowed) {
    return new RefusedException(
        Refusal.of(BAD_VALUE, field, message).allowing(allowed).quoting(Quoted.number(value)));
  }
}
