package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.simulator.Dice;

/**
 * What a platform hears of somebody's age. A third of minors declare an adult's (a published share:
 * 32 % of 8 to 17 year-olds with a profile); other sources err each in its own way; of some nothing
 * is known.
 */
final class Ages {
  /** Share of minors who say that they are adults. */
  static final double MISDECLARED = 0.32;

  private static final double ADULTS_AS_MINORS = 0.02;
  private static final double NOTHING_KNOWN = 0.09;
  private static final int LIMIT_YEARS = Account.ADULT_YEARS;

  private Ages() {}

  /** Statements about someone of a true age. */
  static List<AgeStatement> of(int ageYears, Dice dice) {
    List<AgeStatement> said = new ArrayList<>();
    if (dice.chance(NOTHING_KNOWN)) {
      return said;
    }
    if (dice.chance(0.88)) {
      said.add(declared(ageYears, dice));
    }
    if (ageYears < LIMIT_YEARS && dice.chance(0.2)) {
      said.add(exact(dice.chance(0.97) ? ageYears : 21, AgeSource.GUARDIAN));
    }
    if (dice.chance(0.25)) {
      said.add(band(dice.chance(0.95) ? ageYears : dice.between(11, 30)));
    }
    if (dice.chance(0.2)) {
      said.add(estimated(ageYears, dice));
    }
    if (ageYears >= LIMIT_YEARS && dice.chance(0.1)) {
      said.add(exact(ageYears, AgeSource.VERIFIED));
    }
    return said;
  }

  /** The same, a share of it replaced by any age at all. */
  static List<AgeStatement> noisy(List<AgeStatement> said, double share, Dice dice) {
    List<AgeStatement> noisy = new ArrayList<>();
    for (AgeStatement age : said) {
      boolean wrong = dice.chance(share);
      int anyYears = dice.between(10, 60);
      noisy.add(wrong ? exact(anyYears, age.getSource()) : age);
    }
    return noisy;
  }

  /** A signal that comes later than the account, and may contradict what was declared. */
  static AgeStatement late(int ageYears, Dice dice) {
    return dice.chance(0.6) ? band(ageYears) : estimated(ageYears, dice);
  }

  /** What someone declares. */
  static AgeStatement declared(int ageYears, Dice dice) {
    if (ageYears < LIMIT_YEARS) {
      int said = dice.chance(MISDECLARED) ? dice.between(18, 25) : ageYears;
      return exact(said, AgeSource.DECLARED);
    }
    int said = dice.chance(ADULTS_AS_MINORS) ? dice.between(14, 17) : ageYears;
    return exact(said, AgeSource.DECLARED);
  }

  /** A declared age that is what it says, true or not. */
  static AgeStatement declaredAs(int ageYears) {
    return exact(ageYears, AgeSource.DECLARED);
  }

  private static AgeStatement exact(int ageYears, AgeSource source) {
    return AgeStatement.newBuilder().setMin(ageYears).setMax(ageYears).setSource(source).build();
  }

  /** Operating systems tell bands: up to 12, 13 to 15, 16 and 17, from 18. */
  private static AgeStatement band(int ageYears) {
    AgeStatement.Builder band = AgeStatement.newBuilder().setSource(AgeSource.OS_SIGNAL);
    if (ageYears <= 12) {
      return band.setMin(0).setMax(12).build();
    }
    if (ageYears <= 15) {
      return band.setMin(13).setMax(15).build();
    }
    return ageYears < LIMIT_YEARS ? band.setMin(16).setMax(17).build() : band.setMin(18).build();
  }

  /** Faces are read to within some years, and 17 can't be told from 18. */
  private static AgeStatement estimated(int ageYears, Dice dice) {
    int middle = ageYears + dice.between(-3, 3);
    return AgeStatement.newBuilder()
        .setMin(Math.max(5, middle - 2))
        .setMax(middle + 3)
        .setSource(AgeSource.ESTIMATED)
        .build();
  }
}
