package org.vigie.core.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim.Source;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

final class AgeInferenceTest {
  private final AgeInference inference = new AgeInference(AgeModel.DEFAULT);

  @Test
  void holdsThePriorWithoutStatements() {
    AgeView view = inference.unsourced();

    assertThat(view.sourced()).isFalse();
    assertThat(Fixed.toDouble(view.minor())).isCloseTo(0.2, within(1e-5));
    assertThat(view.adult()).isEqualTo(Fixed.UNKNOWN);
  }

  /**
   * By hand: prior .03 .09 .08 .16 .64; a declared 13-15 covers .09 of it. Wrong statements land in
   * proportion: .02 of under-13s and 16-17s among all others, .02 of adults among minors.
   */
  @Test
  void believesADeclaredMinorToBayes() {
    AgeView view = inference.view(List.of(new AgeStatement(Source.DECLARED, 13, 15, 0)));

    double minor = .03 * .02 * .09 / .97 + .09 * .68 + .08 * .02 * .09 / .92;
    double adult = .8 * .02 * .09 / .2;
    assertThat(Fixed.toDouble(view.minor())).isCloseTo(minor / (minor + adult), within(1e-4));
    assertThat(view.band()).isEqualTo(AgeBand.FROM_13);
  }

  /** By hand: likelihood .32 for the three minor bands, .98 for both adult ones. */
  @Test
  void doubtsADeclaredAdultAsFarAsMinorsDeclareTo() {
    AgeView view = inference.view(List.of(new AgeStatement(Source.DECLARED, 18, Unknown.INT, 0)));

    assertThat(Fixed.toDouble(view.minor()))
        .isCloseTo(.2 * .32 / (.2 * .32 + .8 * .98), within(1e-4));
  }

  @Test
  void givesNoAgeGapToAnybodyWithoutStatements() {
    AgeView adult = inference.view(List.of(new AgeStatement(Source.VERIFIED, 40, 40, 0)));
    AgeView minor = inference.view(List.of(new AgeStatement(Source.GUARDIAN, 12, 12, 0)));

    assertThat(AgeView.gap(adult, minor)).isGreaterThan(Fixed.of(0.9));
    assertThat(AgeView.gap(adult, inference.unsourced())).isZero();
    assertThat(AgeView.gap(inference.unsourced(), minor)).isZero();
    assertThat(AgeView.gap(minor, adult)).isLessThan(Fixed.of(0.05));
  }

  @Test
  void keepsTheLatestStatementOfASource() {
    AgeBelief belief = new AgeBelief();
    belief.add(new AgeStatement(Source.DECLARED, 25, 25, 2000), inference);

    assertThat(belief.add(new AgeStatement(Source.DECLARED, 13, 13, 1000), inference)).isFalse();
    assertThat(belief.add(new AgeStatement(Source.DECLARED, 13, 13, 3000), inference)).isTrue();
    assertThat(Fixed.toDouble(belief.view(inference).minor())).isGreaterThan(0.5);
  }

  @Test
  void comesBackFromItsBytes() {
    AgeBelief belief = new AgeBelief();
    belief.add(new AgeStatement(Source.DECLARED, 25, Unknown.INT, 2000), inference);
    belief.add(new AgeStatement(Source.ESTIMATED, 15, 20, 1000), inference);
    AgeView view = belief.view(inference);
    ByteWriter out = new ByteWriter();
    belief.write(out);

    AgeBelief read = AgeBelief.read(new ByteReader(out.toBytes()));

    assertThat(read.view(inference)).isEqualTo(view);
  }
}
