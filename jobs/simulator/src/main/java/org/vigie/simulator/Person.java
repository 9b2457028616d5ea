package org.vigie.simulator;

import java.util.List;
import org.vigie.event.AgeStatement;

/**
 * Someone with an account.
 *
 * @param id pseudonym of the account
 * @param ageYears true age, which only the truth knows
 * @param createdMs when the account was made; before the start for most
 * @param ages what is said about the age, by source; none for some
 * @param device token of the telephone
 * @param cell token of where they live
 */
record Person(
    String id,
    int ageYears,
    long createdMs,
    List<AgeStatement> ages,
    Rhythm rhythm,
    String device,
    String cell) {
  private static final int ADULT_YEARS = 18;

  Person {
    ages = List.copyOf(ages);
  }

  boolean isMinor() {
    return ageYears < ADULT_YEARS;
  }

  /** Whether the profile shows a minor, to whoever looks at it. */
  boolean looksMinor() {
    return ages.stream().anyMatch(age -> age.getMax() != null && age.getMax() < ADULT_YEARS);
  }
}
