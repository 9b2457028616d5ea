package org.vigie.chaos.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Population;
import org.vigie.simulator.PopulationSettings;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.Truth;

/**
 * Events without end: small simulated towns with their planted stories, several at a time, taken in
 * turn, each under a community of its own. Ten days of a town pass in some tens of seconds, so most
 * of its ordinary chatter is left out, and enough towns live at a time that nobody in them acts too
 * often for the time that really passes.
 */
public final class Towns {
  /** At most so many events a second are one town's. */
  private static final int EVENTS_PER_SECOND_MAX = 100;

  private static final long START_MS = Instant.parse("2025-03-03T00:00:00Z").toEpochMilli();
  private static final int ACCOUNTS = 200;
  private static final int DAYS = 10;

  /** Drawn once: drawing a town costs as much as the job's work on it. */
  private static final int DRAWN_MAX = 6;

  private static final int TRIES_MAX = 100;

  /** Of events that have to do with no story, one in so many is kept. */
  private static final int ORDINARY_KEPT = 6;

  private final List<List<SimulatedEvent>> drawn = new ArrayList<>();
  private final Deque<Town> living = new ArrayDeque<>();
  private int founded;

  /** An event of a town. */
  record TownEvent(String community, SimulatedEvent event) {}

  private record Town(String community, Deque<SimulatedEvent> events) {}

  /**
   * Draws the towns.
   *
   * @param eventsPerSecond at which rate they will be taken
   */
  public Towns(long seed, int eventsPerSecond) {
    int atATime = Math.max(1, eventsPerSecond / EVENTS_PER_SECOND_MAX);
    for (int tries = 0; drawn.size() < Math.min(atATime, DRAWN_MAX); tries++) {
      draw(seed * TRIES_MAX + tries, tries == TRIES_MAX);
    }
    while (living.size() < atATime) {
      living.addLast(found());
    }
  }

  /** In some small towns nobody fits a part of a story: then another is drawn. */
  private void draw(long seed, boolean lastTry) {
    try {
      PopulationSettings settings = new PopulationSettings("drawn", seed, ACCOUNTS, DAYS, START_MS);
      drawn.add(thinned(Population.generate(settings)));
    } catch (IllegalStateException nobodyFits) {
      if (lastTry) {
        throw nobodyFits;
      }
    }
  }

  /** The next event. */
  TownEvent next() {
    Town town = living.removeFirst();
    SimulatedEvent event = town.events().pollFirst();
    if (event == null) {
      town = found();
      event = town.events().removeFirst();
    }
    living.addLast(town);
    return new TownEvent(town.community(), event);
  }

  private Town found() {
    founded++;
    List<SimulatedEvent> events = drawn.get(founded % drawn.size());
    return new Town("town-" + founded, new ArrayDeque<>(events));
  }

  private static List<SimulatedEvent> thinned(Population population) {
    List<SimulatedEvent> kept = new ArrayList<>();
    int ordinary = 0;
    for (SimulatedEvent event : population.events()) {
      if (matters(event, population.truth()) || ordinary++ % ORDINARY_KEPT == 0) {
        kept.add(event);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean matters(SimulatedEvent event, Truth truth) {
    if (truth.isActor(event.key())) {
      return true;
    }
    if (event.record() instanceof Message message) {
      return message.getRecipients().stream().anyMatch(truth::isActor);
    }
    return !(event.record() instanceof SessionEvent session)
        || (session.getKind() != SessionKind.SIGNED_IN
            && session.getKind() != SessionKind.SIGNED_OUT);
  }
}
