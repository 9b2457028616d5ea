package org.vigie.core.event;

/**
 * What a REPORT says.
 *
 * @param incidentTimeMs when it happened, {@link Unknown#TIME} if not said
 * @param incidentPlace where, {@link Unknown#ID} if not said
 * @param onBehalfOf the account that it happened to, {@link Unknown#ID} if the reporter
 */
public record Report(
    Category category, long incidentTimeMs, String incidentPlace, String onBehalfOf) {
  /** Not a report. */
  public static final Report NONE = new Report(Category.NONE, Unknown.TIME, Unknown.ID, Unknown.ID);

  /** What is reported. */
  public enum Category {
    NONE,
    GROOMING,
    SEXUAL_SOLICITATION,
    SEXTORTION,
    VIOLENCE,
    ROBBERY,
    EXTORTION,
    DRUGS,
    ABUSE_MATERIAL,
    DRUGGED_ASSAULT,
    IMPERSONATION,
    SPAM,
    OTHER
  }
}
