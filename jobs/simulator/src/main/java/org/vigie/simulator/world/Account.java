package org.vigie.simulator.world;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.simulator.Rhythm;

/**
 * Someone with an account.
 *
 * @param index number of the account, which decides who it is
 * @param id pseudonym
 * @param ageYears true age, which only the truth knows
 * @param createdMs when the account was made, epoch milliseconds
 * @param ages what is said about the age, by source; none for some
 * @param zone where they live, which shifts their day
 */
record Account(
    int index,
    String id,
    CommunityKind kind,
    int ageYears,
    long createdMs,
    List<AgeStatement> ages,
    Zone zone,
    Rhythm rhythm) {
  static final int ADULT_YEARS = 18;

  private static final Set<AgeSource> WEAK =
      Set.copyOf(EnumSet.of(AgeSource.DECLARED, AgeSource.ESTIMATED));

  Account {
    ages = List.copyOf(ages);
  }

  boolean isMinor() {
    return ageYears < ADULT_YEARS;
  }

  /** Whether what is said about the age speaks for a minor, on the whole. */
  boolean looksMinor() {
    return leaning() < 0;
  }

  /** Whether what is said about the age speaks for an adult, on the whole. */
  boolean looksAdult() {
    return leaning() > 0;
  }

  /** Whether what is said about the age speaks for what it is, on the whole. */
  boolean looksItsAge() {
    return isMinor() ? looksMinor() : looksAdult();
  }

  /** A face is as poor a witness as a declaration: one against the other says nothing. */
  private int leaning() {
    int leaning = 0;
    for (AgeStatement age : ages) {
      int weight = WEAK.contains(age.getSource()) ? 1 : 2;
      if (age.getMax() != null && age.getMax() < ADULT_YEARS) {
        leaning -= weight;
      } else if (age.getMin() != null && age.getMin() >= ADULT_YEARS) {
        leaning += weight;
      }
    }
    return leaning;
  }

  /** Token of their own telephone. */
  String device() {
    return "d-" + id;
  }

  /** Token of where they live. */
  String cell() {
    return "cell-" + zone.letter() + index / Census.CIRCLE;
  }
}
