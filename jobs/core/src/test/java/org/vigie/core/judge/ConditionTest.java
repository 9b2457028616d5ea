package org.vigie.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.core.rule.Condition.all;
import static org.vigie.core.rule.Condition.any;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.atMost;
import static org.vigie.core.rule.Condition.equal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;

final class ConditionTest {
  private static final List<String> NAMES = List.of("one", "half", "unknown");
  private static final long[] VALUES = {Fixed.ONE, Fixed.ONE / 2, Fixed.UNKNOWN};

  @Test
  void comparesAtTheBar() {
    assertThat(test(atLeast("half", 0.5))).isEqualTo(Evaluator.TRUE);
    assertThat(test(atLeast("half", 0.500001))).isEqualTo(Evaluator.FALSE);
    assertThat(test(atMost("half", 0.5))).isEqualTo(Evaluator.TRUE);
    assertThat(test(equal("one", 1))).isEqualTo(Evaluator.TRUE);
  }

  @Test
  void neverFiresOnTheUnknown() {
    assertThat(test(atLeast("unknown", 0))).isEqualTo(Evaluator.UNKNOWN);
    assertThat(test(atMost("unknown", 0))).isEqualTo(Evaluator.UNKNOWN);
    assertThat(test(new Condition.Not(atMost("unknown", 0)))).isEqualTo(Evaluator.UNKNOWN);
  }

  @Test
  void joinsInThreeValues() {
    Condition yes = atLeast("one", 1);
    Condition no = atLeast("half", 1);
    Condition unknown = atLeast("unknown", 1);

    assertThat(test(all(yes, unknown))).isEqualTo(Evaluator.UNKNOWN);
    assertThat(test(all(unknown, no))).isEqualTo(Evaluator.FALSE);
    assertThat(test(any(no, unknown))).isEqualTo(Evaluator.UNKNOWN);
    assertThat(test(any(unknown, yes))).isEqualTo(Evaluator.TRUE);
    assertThat(test(Condition.ALWAYS)).isEqualTo(Evaluator.TRUE);
    assertThat(test(new Condition.Not(no))).isEqualTo(Evaluator.TRUE);
  }

  @Test
  void sumsTheBinomialTail() {
    assertThat(Fixed.toDouble(Binomial.tail(7, 6, Fixed.of(0.2))))
        .isCloseTo(7 * Math.pow(.2, 6) * .8 + Math.pow(.2, 7), within(2e-6));
    assertThat(Binomial.tail(5, 0, Fixed.of(0.2))).isEqualTo(Fixed.ONE);
    assertThat(Binomial.tail(5, 6, Fixed.of(0.2))).isZero();
  }

  private static int test(Condition condition) {
    return Evaluator.lower(condition, NAMES::indexOf).test(slot -> VALUES[slot]);
  }
}
