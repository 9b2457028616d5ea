package org.vigie.schemas;

/**
 * The bounds that a record must keep to, whichever way it comes in. Beyond a count or a size it is
 * TOO_LARGE, beyond a range BAD_VALUE.
 */
public final class Limits {
  /** Longest pseudonym, token, hash or name, in bytes of UTF-8; the shortest is one byte. */
  public static final int ID_BYTES_MAX = 64;

  /** Named recipients of one message; a larger group is sent as a room. */
  public static final int RECIPIENTS_MAX = 256;

  /** Signals on one event. */
  public static final int SIGNALS_MAX = 32;

  /** Files attached to one message. */
  public static final int MEDIA_MAX = 16;

  /** Links in one message. */
  public static final int LINKS_MAX = 16;

  /** Events that one report points at. */
  public static final int REPORT_EVENTS_MAX = 32;

  /** Longest text of a message, in bytes of UTF-8. */
  public static final int TEXT_BYTES_MAX = 8 * 1024;

  /** Longest reason of a review, in bytes of UTF-8. */
  public static final int REASON_BYTES_MAX = 4 * 1024;

  /** Highest age that is believed, in whole years. */
  public static final int AGE_YEARS_MAX = 130;

  /** Earliest time of an event: 1970-01-01T00:00Z, in epoch milliseconds. */
  public static final long TIME_MS_MIN = 0;

  /** Latest time of an event: 9999-12-31T23:59:59.999Z, in epoch milliseconds. */
  public static final long TIME_MS_MAX = 253_402_300_799_999L;

  /** Largest event, as JSON line or in binary form. */
  public static final int EVENT_BYTES_MAX = 64 * 1024;

  /** Largest alert, dead letter or progress record: what a broker takes by default. */
  public static final int OUTPUT_BYTES_MAX = 1024 * 1024;

  /** Largest rule bundle: all its parts and some room for the rest. */
  public static final int BUNDLE_BYTES_MAX = 4 * 1024 * 1024 + 64 * 1024;

  /** Parts of a rule bundle's content. */
  public static final int BUNDLE_PARTS_MAX = 64;

  /** Signatures of a rule bundle. */
  public static final int BUNDLE_SIGNATURES_MAX = 8;

  /** Largest signature of a rule bundle. */
  public static final int SIGNATURE_BYTES_MAX = 1024;

  /** Largest single {@code bytes} field in any record. */
  public static final int BYTES_FIELD_MAX = 64 * 1024;

  /** Items of a list or map that are read at all, before a narrower limit is looked at. */
  public static final int ITEMS_MAX = 1024;

  /** Levels of objects and lists in a JSON line. */
  public static final int JSON_DEPTH_MAX = 32;

  /** Digits of a number in a JSON line. */
  public static final int JSON_NUMBER_DIGITS_MAX = 64;

  private Limits() {}
}
