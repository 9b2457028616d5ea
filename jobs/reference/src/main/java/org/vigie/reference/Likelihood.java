package org.vigie.reference;

import java.util.EnumSet;
import java.util.Set;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

/** How likely a statement about an age is, given the band that the account is of (page ¶5). */
final class Likelihood {
  private static final int LEAST_YEARS = 0;
  private static final int GREATEST_YEARS = 150;
  private static final Set<AgeBand> MINOR = EnumSet.range(AgeBand.UNDER_13, AgeBand.FROM_16);
  private static final Set<AgeBand> ADULT = EnumSet.complementOf(EnumSet.copyOf(MINOR));

  private final AgeModel model;

  Likelihood(AgeModel model) {
    this.model = model;
  }

  /** P(the statement | the account is of the band), fixed-point, never 0. */
  long of(AgeClaim claim, AgeBand band) {
    Set<AgeBand> covered = covered(claim);
    boolean declared = claim.source() == AgeClaim.Source.DECLARED;
    if (covered.contains(band)) {
      return Fixed.ONE - (declared ? declaredError(band) : model.error(claim.source()));
    }
    if (!declared) {
      return wrong(model.error(claim.source()), covered, allBut(band));
    }
    if (band.isMinor() && ADULT.containsAll(covered)) {
      return wrong(model.olderByMinors(), covered, ADULT);
    }
    if (!band.isMinor() && MINOR.containsAll(covered)) {
      return wrong(model.wrongOtherwise(), covered, MINOR);
    }
    return wrong(model.wrongOtherwise(), covered, allBut(band));
  }

  private long declaredError(AgeBand band) {
    return band.isMinor() ? model.olderByMinors() : model.wrongOtherwise();
  }

  /** The bands that a statement overlaps in whole years; open ends reach as far as they can. */
  private static Set<AgeBand> covered(AgeClaim claim) {
    int min = claim.minYears() == Unknown.INT ? LEAST_YEARS : claim.minYears();
    int max = claim.maxYears() == Unknown.INT ? GREATEST_YEARS : claim.maxYears();
    Set<AgeBand> covered = EnumSet.noneOf(AgeBand.class);
    for (AgeBand band : AgeBand.values()) {
      if (Math.max(min, band.minYears()) <= Math.min(max, band.maxYears())) {
        covered.add(band);
      }
    }
    return covered;
  }

  /** A wrong statement lands among the bands where it can, in proportion to the prior. */
  private long wrong(long error, Set<AgeBand> covered, Set<AgeBand> among) {
    return Math.max(1, Fixed.times(error, Fixed.ratio(prior(covered), prior(among))));
  }

  private static Set<AgeBand> allBut(AgeBand band) {
    return EnumSet.complementOf(EnumSet.of(band));
  }

  private long prior(Set<AgeBand> bands) {
    long mass = 0;
    AgeBand[] all = AgeBand.values();
    for (int i = 0; i < all.length; i++) {
      mass += bands.contains(all[i]) ? model.prior().get(i) : 0;
    }
    return mass;
  }
}
