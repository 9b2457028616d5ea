package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Unknown;
import org.vigie.core.run.Engine;
import org.vigie.rules.bundle.ShippedRules;

/** What alerts say of when people had to do with each other can be true (page 0001 ¶33). */
class AlertTimesTest {
  private static final int SEEDS = 300;

  private static List<Counterpart> counterparts() {
    return LongStream.range(0, SEEDS)
        .parallel()
        .mapToObj(AlertTimesTest::settled)
        .flatMap(Collection::stream)
        .flatMap(alert -> alert.counterparts().stream())
        .toList();
  }

  private static List<Alert> settled(long seed) {
    List<RecordedEvent> log = Chronicle.of(seed);
    Engine engine = new Engine(ShippedRules.ruleSet());
    engine.accept(log);
    engine.advanceTo(Property.endMs(log));
    return new ArrayList<>(engine.settled());
  }

  @Test
  void noLastActComesBeforeTheFirst() {
    assertThat(counterparts())
        .allSatisfy(
            one ->
                assertThat(one.firstMs() == Unknown.TIME || one.firstMs() <= one.lastMs()).isTrue())
        .anySatisfy(one -> assertThat(one.firstMs()).isEqualTo(Unknown.TIME))
        .anySatisfy(one -> assertThat(one.firstMs()).isNotEqualTo(Unknown.TIME));
  }
}
