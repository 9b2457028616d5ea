package org.vigie.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.world.Scene.Billing;
import org.vigie.simulator.world.Scene.Ground;

/** Every story by itself, told in worlds in which nothing else happens. */
final class PlotsTest {
  private static final int WORLDS = 20;
  private static final int RESIDENTS = 1_400;

  /** How much happens in a story. */
  private record Shape(int messages, int interactions, int sessions, int people) {}

  @Test
  void everyHarmAndEveryLookAlikeIsARangeOfBehaviourAndNotOneScript() {
    for (Plot plot : Stories.plots()) {
      Set<Shape> shapes = new HashSet<>();
      for (long seed = 1; seed <= WORLDS; seed++) {
        shapes.add(shape(told(plot, seed)));
      }
      assertThat(shapes).as(plot.name()).hasSizeGreaterThan(WORLDS / 4);
    }
  }

  private static List<SimulatedEvent> told(Plot plot, long seed) {
    WorldSettings settings = WorldSettings.of(1_500, 20, seed);
    Census census = new Census(settings, RESIDENTS);
    Collector collector = new Collector();
    Timeline timeline = new Timeline(settings, collector);
    Pen pen = new Pen(census, timeline, Dice.of(seed, "pen"));
    Ground ground = new Ground(settings, census, pen, new Casting(census));
    Billing billing = new Billing(0, plot, settings.startMs() + Scene.DAY_MS, RESIDENTS, false);
    new Scene(ground, billing, Dice.of(seed, "scene")).tell();
    timeline.passTo(settings.endMs());
    return collector.events;
  }

  /** Without what is said of ages, which differs from person to person anyway. */
  private static Shape shape(List<SimulatedEvent> events) {
    Set<String> people = new HashSet<>();
    int messages = 0;
    int interactions = 0;
    int sessions = 0;
    for (SimulatedEvent event : events) {
      people.add(event.key());
      if (event.record() instanceof SessionEvent session) {
        sessions += session.getKind() == SessionKind.AGE_SIGNAL ? 0 : 1;
      }
      messages += event.record() instanceof Message ? 1 : 0;
      interactions += event.record() instanceof Interaction ? 1 : 0;
    }
    return new Shape(messages, interactions, sessions, people.size());
  }

  private static final class Collector implements WorldListener {
    private final List<SimulatedEvent> events = new ArrayList<>();

    @Override
    public void event(SimulatedEvent event) {
      events.add(event);
    }

    @Override
    public void truth(TruthLine line) {}
  }
}
