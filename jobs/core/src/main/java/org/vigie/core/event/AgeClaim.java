package org.vigie.core.event;

/**
 * A statement about an account's age.
 *
 * @param minYears least age in whole years, {@link Unknown#INT} for an open end
 * @param maxYears greatest age in whole years, {@link Unknown#INT} for an open end
 */
public record AgeClaim(int minYears, int maxYears, Source source) {
  /** No statement. */
  public static final AgeClaim NONE = new AgeClaim(Unknown.INT, Unknown.INT, Source.NONE);

  /** Who says so (DOMAIN §5). */
  public enum Source {
    NONE,
    DECLARED,
    GUARDIAN,
    OS_SIGNAL,
    ESTIMATED,
    VERIFIED,
    DISCLOSED
  }

  /** Whether it says anything: has a source and at least one end. */
  public boolean isPresent() {
    return source != Source.NONE && (minYears != Unknown.INT || maxYears != Unknown.INT);
  }
}
