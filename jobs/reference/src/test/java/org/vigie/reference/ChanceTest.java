package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

/** Page ¶14: the binomial tail. */
class ChanceTest {
  private static final long PRIOR = AgeModel.DEFAULT.minorShare();

  @Test
  void isOneForNoSuccess() {
    assertThat(Chance.atLeast(0, 0, PRIOR)).isEqualTo(Fixed.ONE);
    assertThat(Chance.atLeast(9, 0, PRIOR)).isEqualTo(Fixed.ONE);
  }

  @Test
  void isExactForCoins() {
    long half = Fixed.ONE / 2;

    assertThat(Chance.atLeast(1, 1, half)).isEqualTo(half);
    assertThat(Chance.atLeast(2, 1, half)).isEqualTo(3 * Fixed.ONE / 4);
    assertThat(Chance.atLeast(3, 2, half)).isEqualTo(half);
    assertThat(Chance.atLeast(20, 20, half)).isEqualTo(1);
    // 2^-21 is half a unit and rounds up; 2^-22 does not.
    assertThat(Chance.atLeast(21, 21, half)).isEqualTo(1);
    assertThat(Chance.atLeast(22, 22, half)).isZero();
  }

  @Test
  void agreesWithSumsByHand() {
    // 7 · 0.2^6 · 0.8 + 0.2^7 and 6 · 0.2^5 · 0.8 + 0.2^6
    assertThat(Fixed.toDouble(Chance.atLeast(7, 6, PRIOR)))
        .isCloseTo(0.0003712, Offset.offset(1e-6));
    assertThat(Fixed.toDouble(Chance.atLeast(6, 5, PRIOR))).isCloseTo(0.0016, Offset.offset(1e-6));
  }

  @Test
  void staysExactForAFullTable() {
    assertThat(Chance.atLeast(64, 1, Fixed.ONE)).isEqualTo(Fixed.ONE);
    assertThat(Chance.atLeast(64, 64, PRIOR)).isZero();
  }
}
