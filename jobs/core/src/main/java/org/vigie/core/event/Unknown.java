package org.vigie.core.event;

/**
 * How "not known" is written in the wire types, so that nothing is ever null: unknown is never zero
 * and never suspicious by itself.
 */
public final class Unknown {
  /** An unknown count, age in years or similar small number. */
  public static final int INT = -1;

  /** An unknown time in epoch milliseconds. */
  public static final long TIME = Long.MIN_VALUE;

  /** An unknown or absent identifier, room, place, token. */
  public static final String ID = "";

  private Unknown() {}

  /** Whether an identifier is known. */
  public static boolean isKnown(String id) {
    return !id.isEmpty();
  }
}
