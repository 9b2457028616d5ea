package org.vigie.simulator;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;

/**
 * What a platform comes to know about someone's age: nothing for some, a birth date that may be
 * wrong for most, more for a few.
 */
final class AgeStatements {
  /** As published for UK children of 8 to 17 with a profile of their own. */
  private static final double MINORS_DECLARE_ADULT = 0.32;

  private static final double ADULTS_DECLARE_MINOR = 0.01;
  private static final double NOTHING_KNOWN = 0.12;
  private static final double GUARDIAN_DECLARES = 0.15;
  private static final double SYSTEM_SIGNALS = 0.25;
  private static final double ESTIMATED = 0.10;
  private static final double VERIFIED_ADULTS = 0.15;

  private final Dice dice;

  AgeStatements(Dice dice) {
    this.dice = dice;
  }

  List<AgeStatement> of(int ageYears) {
    List<AgeStatement> ages = new ArrayList<>();
    if (dice.chance(NOTHING_KNOWN)) {
      return ages;
    }
    boolean minor = ageYears < 18;
    ages.add(exactly(declared(ageYears, minor), AgeSource.DECLARED));
    if (minor && dice.chance(GUARDIAN_DECLARES)) {
      ages.add(exactly(ageYears, AgeSource.GUARDIAN));
    }
    if (dice.chance(SYSTEM_SIGNALS)) {
      ages.add(systemBand(ageYears));
    }
    if (dice.chance(ESTIMATED)) {
      ages.add(estimated(ageYears));
    }
    if (!minor && dice.chance(VERIFIED_ADULTS)) {
      ages.add(exactly(ageYears, AgeSource.VERIFIED));
    }
    return ages;
  }

  /** The one statement of someone who has no reason to lie. */
  static List<AgeStatement> honest(int ageYears) {
    return List.of(exactly(ageYears, AgeSource.DECLARED));
  }

  private int declared(int ageYears, boolean minor) {
    if (minor && dice.chance(MINORS_DECLARE_ADULT)) {
      return dice.between(18, 22);
    }
    if (!minor && dice.chance(ADULTS_DECLARE_MINOR)) {
      return dice.between(13, 17);
    }
    return ageYears;
  }

  private static AgeStatement exactly(int years, AgeSource source) {
    return AgeStatement.newBuilder().setMin(years).setMax(years).setSource(source).build();
  }

  /** Operating systems tell bands: up to 12, 13-15, 16-17, 18 and over. */
  private static AgeStatement systemBand(int years) {
    AgeStatement.Builder band = AgeStatement.newBuilder().setSource(AgeSource.OS_SIGNAL);
    if (years < 13) {
      return band.setMin(0).setMax(12).build();
    }
    if (years < 16) {
      return band.setMin(13).setMax(15).build();
    }
    return years < 18 ? band.setMin(16).setMax(17).build() : band.setMin(18).setMax(null).build();
  }

  /** An estimate from a face is three years off either way. */
  private AgeStatement estimated(int years) {
    int middle = Math.max(4, years + dice.between(-3, 3));
    return AgeStatement.newBuilder()
        .setMin(middle - 2)
        .setMax(middle + 2)
        .setSource(AgeSource.ESTIMATED)
        .build();
  }
}
