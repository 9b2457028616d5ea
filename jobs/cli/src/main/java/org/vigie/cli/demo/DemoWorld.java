package org.vigie.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.world.World;
import org.vigie.simulator.world.WorldListener;
import org.vigie.simulator.world.WorldSettings;

/**
 * A world that is small enough to be kept in memory.
 *
 * @param events in the order of their recording
 * @param truth who does harm in it, and who only looks like it
 */
record DemoWorld(WorldSettings settings, List<SimulatedEvent> events, List<TruthLine> truth) {
  /** Below this all would live in one community, and stories would share their people. */
  static final int ACCOUNTS = 1_500;

  /** The longest story takes nine. */
  static final int DAYS = 10;

  /** What is planted is to be seen; how much is found of what hardly shows is for evaluation. */
  private static final int FAINT_OF_TEN = 0;

  DemoWorld {
    events = List.copyOf(events);
    truth = List.copyOf(truth);
  }

  /** Draws one. */
  static DemoWorld draw(long seed) {
    WorldSettings settings = WorldSettings.of(ACCOUNTS, DAYS, seed).withFaintOfTen(FAINT_OF_TEN);
    List<SimulatedEvent> events = new ArrayList<>();
    List<TruthLine> truth = new ArrayList<>();
    World.run(
        settings,
        new WorldListener() {
          @Override
          public void event(SimulatedEvent event) {
            events.add(event);
          }

          @Override
          public void truth(TruthLine line) {
            truth.add(line);
          }
        });
    return new DemoWorld(settings, events, truth);
  }

  /** How many lines of the truth are of a kind. */
  long count(Class<? extends TruthLine> kind) {
    return truth.stream().filter(kind::isInstance).count();
  }
}
