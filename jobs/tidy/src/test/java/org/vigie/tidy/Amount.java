package org.vigie.tidy;

/**
 * A number and what it counts.
 *
 * @param unit one of the constants here
 * @param value a count, milliseconds, or a share from 0 to 1
 */
record Amount(String unit, double value) {
  static final String COUNT = "count";
  static final String DURATION = "duration";
  static final String SHARE = "share";
}
