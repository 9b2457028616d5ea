package org.vigie.core.event;

import java.util.HexFormat;

/**
 * The trace in which a platform sent an event (W3C Trace Context), so that who handles an alert
 * finds in the platform's own traces what led to it. Nothing is judged by it.
 *
 * @param idHigh first half of the trace's id
 * @param idLow second half; both are 0 only of {@link #NONE}
 * @param parent id of the step that sent the event, not 0 but of {@link #NONE}
 * @param flags an octet, as sent: whether the trace was recorded
 */
public record Trace(long idHigh, long idLow, long parent, int flags) {
  /** Nobody said which. */
  public static final Trace NONE = new Trace(0, 0, 0, 0);

  /** {@code VERSION-ID-PARENT-FLAGS}: 2, 32, 16 and 2 hexadecimal digits. */
  private static final int TEXT_CHARACTERS = 55;

  private static final int ID_AT = 3;
  private static final int ID_LOW_AT = 19;
  private static final int PARENT_AT = 36;
  private static final int FLAGS_AT = 53;
  private static final HexFormat HEX = HexFormat.of();

  /**
   * Reads a {@code traceparent}.
   *
   * @return {@link #NONE} if it is none: who receives a broken one goes on without
   */
  public static Trace parse(String traceparent) {
    return isWellFormed(traceparent)
        ? known(
            HexFormat.fromHexDigitsToLong(traceparent, ID_AT, ID_LOW_AT),
            HexFormat.fromHexDigitsToLong(traceparent, ID_LOW_AT, PARENT_AT - 1),
            HexFormat.fromHexDigitsToLong(traceparent, PARENT_AT, FLAGS_AT - 1),
            HexFormat.fromHexDigits(traceparent, FLAGS_AT, TEXT_CHARACTERS))
        : NONE;
  }

  /** Ids of zeros only name nothing. */
  private static Trace known(long idHigh, long idLow, long parent, int flags) {
    return (idHigh == 0 && idLow == 0) || parent == 0
        ? NONE
        : new Trace(idHigh, idLow, parent, flags);
  }

  /** A version after 00 begins as 00 does and may go on behind another dash; ff is none. */
  private static boolean isWellFormed(String text) {
    if (text.length() < TEXT_CHARACTERS || text.startsWith("ff")) {
      return false;
    }
    for (int i = 0; i < TEXT_CHARACTERS; i++) {
      boolean isDash = i == ID_AT - 1 || i == PARENT_AT - 1 || i == FLAGS_AT - 1;
      if (isDash ? text.charAt(i) != '-' : !isLowerHex(text.charAt(i))) {
        return false;
      }
    }
    return text.length() == TEXT_CHARACTERS
        || (!text.startsWith("00") && text.charAt(TEXT_CHARACTERS) == '-');
  }

  private static boolean isLowerHex(char digit) {
    return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
  }

  /** Whether somebody said which. */
  public boolean isKnown() {
    return parent != 0;
  }

  /** As a header bears it, of version 00. */
  public String traceparent() {
    return "00-"
        + HEX.toHexDigits(idHigh)
        + HEX.toHexDigits(idLow)
        + "-"
        + HEX.toHexDigits(parent)
        + "-"
        + HEX.toHexDigits((byte) flags);
  }
}
