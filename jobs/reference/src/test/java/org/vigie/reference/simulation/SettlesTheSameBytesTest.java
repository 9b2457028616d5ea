package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.core.alert.Alert;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.run.Engine;

/**
 * Also where the reference is not asked, such as for copies that contradict each other, and for the
 * parts of an alert that it does not give: the platform settles byte for byte what one thread does.
 */
final class SettlesTheSameBytesTest {
  @Test
  void settlesWhatOneThreadSettles() {
    Seeds.assertAll(
        Seeds.chosen(1_000),
        "SettlesTheSameBytesTest",
        (log, seed) -> failure(log, seed),
        Chronicle::wild);
  }

  private static Optional<String> failure(List<RecordedEvent> log, long seed) {
    Settled settled = Property.pipeline(log, new Dice(seed).fork(), new Plumbing()).run();
    if (!settled.conflicts().isEmpty()) {
      return Optional.of(settled.conflicts().get(0));
    }
    Engine engine = new Engine(Property.shippedHistory());
    engine.accept(log);
    engine.advanceTo(Property.endMs(log));
    List<Alert> expected = new ArrayList<>(engine.settled());
    expected.sort(
        Comparator.comparing((Alert alert) -> alert.alertId().toString())
            .thenComparing(Alert::revision));
    List<Alert> actual = settled.alerts(Long.MAX_VALUE);
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of("one thread settles\n  %s\nthe platform\n  %s".formatted(expected, actual));
  }
}
