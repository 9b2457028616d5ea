package org.vigie.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.core.rule.Condition.all;
import static org.vigie.core.rule.Condition.any;
import static org.vigie.core.rule.Condition.atLeast;
import static org.vigie.core.rule.Condition.atMost;
import static org.vigie.core.rule.Condition.equal;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Fixed;

/** Unknown is a third value. */
class TruthTest {
  private static final Condition YES = atLeast("two", 2);
  private static final Condition NO = atLeast("two", 3);
  private static final Condition WHO_KNOWS = equal("unknown", 0);

  private static Truth of(Condition condition) {
    Map<String, Long> values = Map.of("two", Fixed.whole(2), "unknown", Fixed.UNKNOWN);
    return Truth.of(condition, name -> values.getOrDefault(name, 0L));
  }

  @Test
  void comparesBothEndsIncluded() {
    assertThat(of(atLeast("two", 2))).isEqualTo(Truth.TRUE);
    assertThat(of(atMost("two", 2))).isEqualTo(Truth.TRUE);
    assertThat(of(equal("two", 2))).isEqualTo(Truth.TRUE);
    assertThat(of(atLeast("two", 2.00001))).isEqualTo(Truth.FALSE);
    assertThat(of(atMost("two", 1.99999))).isEqualTo(Truth.FALSE);
  }

  @Test
  void comparesTheUnknownWithNothing() {
    assertThat(of(atMost("unknown", 1))).isEqualTo(Truth.UNKNOWN);
    assertThat(of(new Condition.Not(WHO_KNOWS))).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void isFalseWhereOneOfAllIs() {
    assertThat(of(all(WHO_KNOWS, NO))).isEqualTo(Truth.FALSE);
    assertThat(of(all(WHO_KNOWS, YES))).isEqualTo(Truth.UNKNOWN);
    assertThat(of(all(YES, YES))).isEqualTo(Truth.TRUE);
    assertThat(of(Condition.ALWAYS)).isEqualTo(Truth.TRUE);
  }

  @Test
  void isTrueWhereAnyIs() {
    assertThat(of(any(WHO_KNOWS, YES))).isEqualTo(Truth.TRUE);
    assertThat(of(any(WHO_KNOWS, NO))).isEqualTo(Truth.UNKNOWN);
    assertThat(of(any(NO, NO))).isEqualTo(Truth.FALSE);
    assertThat(of(new Condition.Not(YES))).isEqualTo(Truth.FALSE);
  }
}
