package org.vigie.reference.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.core.event.RecordedEvent;

/** ORDER §5.1 and §5.3 over random logs, partitions, turns, marks, crashes and rescales. */
final class SettlesTheReferenceTest {
  private static final String NAME = "SettlesTheReferenceTest";

  /** And the logs hit each kind of course often. */
  @Test
  void settlesWhatTheReferenceSays() {
    Coverage coverage = new Coverage();
    Seeds.assertAll(
        Seeds.chosen(10_000),
        NAME,
        (log, seed) ->
            Property.failure(
                log,
                new Dice(seed).fork(),
                new Plumbing(),
                expected -> coverage.add(log, expected)),
        Chronicle::of);
    if (Seeds.areMany()) {
      coverage.assertOften();
    }
  }

  @Test
  void hasSettledAtEveryTimeWhatCameBefore() {
    Seeds.assertAll(
        Seeds.chosen(10_000).filter(seed -> Long.getLong("seed") != null || seed % 40 == 0),
        NAME + "#hasSettledAtEveryTimeWhatCameBefore",
        SettlesTheReferenceTest::prefixFailure,
        Chronicle::of);
  }

  private static Optional<String> prefixFailure(List<RecordedEvent> log, long seed) {
    Dice dice = new Dice(seed).fork();
    Pipeline pipeline = Property.pipeline(log, dice.fork(), new Plumbing());
    StringBuilder failures = new StringBuilder();
    pipeline.reporting(
        throughMs -> {
          if (failures.isEmpty() && dice.percent(10)) {
            Property.difference(
                    Property.reference(log, throughMs),
                    SettledView.ofEngine(pipeline.settled().alerts(throughMs)))
                .ifPresent(
                    difference ->
                        failures.append("at ").append(throughMs).append('\n').append(difference));
          }
        });
    pipeline.run();
    return failures.isEmpty() ? Optional.empty() : Optional.of(failures.toString());
  }

  @Test
  void shrinksAFailingLogToTheEventsThatMatter() {
    List<RecordedEvent> log = Chronicle.of(1);
    RecordedEvent first = log.get(7);
    RecordedEvent second = log.get(21);

    List<RecordedEvent> shrunk =
        Shrinker.shrink(
            log,
            1,
            (some, seed) ->
                some.contains(first) && some.contains(second)
                    ? Optional.of("both are there")
                    : Optional.empty());

    assertThat(shrunk).containsExactly(first, second);
  }
}
