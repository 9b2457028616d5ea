package org.vigie.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunPhasesTest {
  private static final long MS = 1_000_000;

  @Test
  void cutsARunAtHalfAndAtTheBeginningOfTheQuiet() {
    RunPhases phases = new RunPhases(1_000);
    phases.accept(at(0, 500, 0));
    phases.accept(at(100, 600, 0));
    phases.accept(at(200, 700, 400));
    phases.accept(at(300, 850, 520));
    phases.accept(at(400, 1_000, 1_000));
    phases.accept(at(500, 1_080, 1_000));
    phases.accept(at(600, 1_090, 1_000));
    phases.accept(at(700, 1_100, 1_000));
    assertThat(phases.ended()).isFalse();
    phases.accept(at(800, 1_101, 1_000));
    assertThat(phases.ended()).isTrue();
    assertThat(phases.cost().whole()).isEqualTo(new Phase(1_000, 400 * MS, 480 * MS));
    assertThat(phases.cost().steady()).isEqualTo(new Phase(480, 200 * MS, 230 * MS));
  }

  @Test
  void isNotOverWhileTheProcessWorksOnWhatItHasRead() {
    RunPhases phases = new RunPhases(10);
    phases.accept(at(0, 0, 0));
    for (int ms = 10; ms <= 5_000; ms += 10) {
      phases.accept(at(ms, ms / 5, 10));
    }
    assertThat(phases.ended()).isFalse();
  }

  @Test
  void isNotOverWhileRecordsAreMissing() {
    RunPhases phases = new RunPhases(10);
    for (int ms = 0; ms <= 5_000; ms += 10) {
      phases.accept(at(ms, 0, 9));
    }
    assertThat(phases.ended()).isFalse();
  }

  @Test
  void isNotOverWhileEventsHaveNotLeft() {
    RunPhases phases = new RunPhases(10);
    for (int ms = 0; ms <= 5_000; ms += 10) {
      phases.accept(new Sample(ms * MS, 0, 10, 9));
    }
    assertThat(phases.ended()).isFalse();
  }

  @Test
  void endsJustUnderTheQuietShareAndNotAtIt() {
    assertThat(endsAtShare(149)).isTrue();
    assertThat(endsAtShare(150)).isFalse();
  }

  @Test
  void aPhaseIsPaidInMicrosecondsAnEvent() {
    Phase phase = new Phase(1_000, 500 * MS, 2 * MS);
    assertThat(phase.cpuMicrosPerEvent()).isEqualTo(2);
    assertThat(phase.eventsPerSecond()).isEqualTo(2_000);
  }

  private static boolean endsAtShare(int perMille) {
    RunPhases phases = new RunPhases(1);
    phases.accept(new Sample(0, 0, 0, 0));
    for (long ms = 0; ms <= 1_000; ms += 100) {
      phases.accept(new Sample(ms * MS, ms * MS * perMille / 1_000, 1, 1));
    }
    return phases.ended();
  }

  private static Sample at(long ms, long cpuMs, long read) {
    return new Sample(ms * MS, cpuMs * MS, read, read);
  }
}
