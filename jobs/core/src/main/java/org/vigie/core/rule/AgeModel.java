package org.vigie.core.rule;

import java.util.List;
import org.vigie.core.event.AgeClaim;

/**
 * How age statements are believed (DOMAIN §5). All numbers are fixed-point probabilities.
 *
 * @param prior probability of each band of {@link AgeBand}, in order, summing to {@link Fixed#ONE}
 * @param olderByMinors P(a minor declares an age above their own band)
 * @param wrongOtherwise P(any other wrong declaration)
 * @param guardian error of each source, as the name says
 */
public record AgeModel(
    List<Long> prior,
    long olderByMinors,
    long wrongOtherwise,
    long guardian,
    long osSignal,
    long estimated,
    long verified,
    long disclosed) {
  /** DOMAIN's starting values. */
  public static final AgeModel DEFAULT =
      new AgeModel(
          List.of(31_457L, 94_372L, 83_886L, 167_772L, 671_089L),
          Fixed.of(0.32),
          Fixed.of(0.02),
          Fixed.of(0.03),
          Fixed.of(0.05),
          Fixed.of(0.20),
          Fixed.of(0.005),
          Fixed.of(0.15));

  public AgeModel {
    prior = List.copyOf(prior);
    if (prior.size() != AgeBand.values().length
        || prior.stream().mapToLong(Long::longValue).sum() != Fixed.ONE) {
      throw new IllegalArgumentException("five prior probabilities that sum to one are needed");
    }
  }

  /** Error of a source other than DECLARED. */
  public long error(AgeClaim.Source source) {
    return switch (source) {
      case GUARDIAN -> guardian;
      case OS_SIGNAL -> osSignal;
      case ESTIMATED -> estimated;
      case VERIFIED -> verified;
      case DISCLOSED -> disclosed;
      case DECLARED, NONE -> throw new IllegalArgumentException(source + " has no single error");
    };
  }

  /** P(minor) of an account without evidence. */
  public long minorShare() {
    return prior.get(0) + prior.get(1) + prior.get(2);
  }
}
