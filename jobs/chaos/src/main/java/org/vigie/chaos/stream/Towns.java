package org.vigie.chaos.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.Population;
import org.vigie.simulator.PopulationSettings;
import org.vigie.simulator.SimulatedEvent;

/**
 * Events without end: small simulated towns, each with its planted stories and a community and seed
 * of its own, several at a time, taken in turn, so that nobody in them acts too often for the time
 * that really passes.
 */
public final class Towns {
  /** Towns that live at a time. */
  public static final int AT_A_TIME = 40;

  private static final long START_MS = Instant.parse("2025-03-03T00:00:00Z").toEpochMilli();
  private static final int ACCOUNTS = 160;
  private static final int DAYS = 10;

  private final long seed;
  private final Deque<Deque<SimulatedEvent>> living = new ArrayDeque<>();
  private int founded;

  /** Towns of a seed. */
  public Towns(long seed) {
    this.seed = seed;
  }

  /** The next event. */
  public SimulatedEvent next() {
    while (living.size() < AT_A_TIME) {
      living.addLast(found());
    }
    while (true) {
      Deque<SimulatedEvent> town = living.removeFirst();
      @Nullable SimulatedEvent event = town.pollFirst();
      if (event != null) {
        living.addLast(town);
        return event;
      }
      living.addLast(found());
    }
  }

  private Deque<SimulatedEvent> found() {
    founded++;
    PopulationSettings settings =
        new PopulationSettings("town-" + founded, seed + founded, ACCOUNTS, DAYS, START_MS);
    return new ArrayDeque<>(Population.generate(settings).events());
  }
}
