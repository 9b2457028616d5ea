package org.vigie.core.rule;

import java.util.List;

/**
 * What features count over: the rows that a stop keeps, and their columns. All columns are
 * fixed-point; flags are 0 or 1; any may be unknown.
 */
public enum Table {
  /** Pairs that the account opened, a row each, at the time of opening, with present beliefs. */
  NEW_CONTACTS(
      "unsolicited",
      "age_gap",
      "p_minor",
      "age_sourced",
      "mutual_contacts",
      "closure_known",
      "closure_possible",
      "answered"),
  /** Media items of the event being judged that a list knows, a row each. */
  MATCHED_MEDIA("exact", "verified"),
  /**
   * Reports about accounts of the link by those who count, a row each, at the time of reporting.
   */
  REPORTS("violent");

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the type can't say so
  private final List<String> columns;

  Table(String... columns) {
    this.columns = List.of(columns);
  }

  /** Names of the columns, in order. */
  public List<String> columns() {
    return columns;
  }
}
