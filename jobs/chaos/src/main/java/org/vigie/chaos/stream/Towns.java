package org.vigie.chaos.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.world.World;
import org.vigie.simulator.world.WorldListener;
import org.vigie.simulator.world.WorldSettings;

/**
 * Events without end: the simulator's smallest worlds with everything that is planted in them,
 * several at a time, taken in turn, each under communities of its own. Ten days of one pass in
 * three quarters of a minute, so most of what has to do with no harm is left out, and enough live
 * at a time that nobody in them acts too often for the time that really passes.
 */
public final class Towns {
  /** At most so many events a second are one town's. */
  private static final int EVENTS_PER_SECOND_MAX = 100;

  private static final double SECOND_MS = 1_000;

  /** Drawn once: drawing a town costs as much as the job's work on it. */
  private static final int DRAWN_MAX = 6;

  private static final int TRIES_MAX = 100;

  /** Of events that have to do with no harm, one in so many is kept. */
  private static final int ORDINARY_KEPT = 10;

  private final List<List<SimulatedEvent>> drawn = new ArrayList<>();
  private final Deque<Town> living = new ArrayDeque<>();
  private final double msAnEvent;
  private int founded;

  /**
   * Draws the towns.
   *
   * @param eventsPerSecond at which rate they will be taken
   */
  public Towns(long seed, int eventsPerSecond) {
    int atATime = Math.max(1, eventsPerSecond / EVENTS_PER_SECOND_MAX);
    msAnEvent = SECOND_MS * atATime / eventsPerSecond;
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
      drawn.add(Kept.of(seed));
    } catch (IllegalStateException nobodyFits) {
      if (lastTry) {
        throw nobodyFits;
      }
    }
  }

  /** The next event, sent at a time in epoch milliseconds. */
  SimulatedEvent next(long nowMs) {
    Town town = living.removeFirst();
    if (town.isOver()) {
      town = found();
    }
    living.addLast(town);
    return town.next(nowMs);
  }

  private Town found() {
    founded++;
    return new Town("town-" + founded, drawn.get(founded % drawn.size()), msAnEvent);
  }

  /** What is kept of a world: all of its harms, of which all shows, and a little of the rest. */
  private static final class Kept implements WorldListener {
    private final List<SimulatedEvent> events = new ArrayList<>();
    private final List<TruthCase> harms = new ArrayList<>();

    static List<SimulatedEvent> of(long seed) {
      Kept kept = new Kept();
      WorldSettings smallest =
          WorldSettings.of(WorldSettings.ACCOUNTS_MIN, WorldSettings.DAYS_MIN, seed);
      World.run(smallest.withFaintOfTen(0), kept);
      return kept.thinned();
    }

    @Override
    public void event(SimulatedEvent event) {
      events.add(event);
    }

    @Override
    public void truth(TruthLine line) {
      if (line instanceof TruthCase harm) {
        harms.add(harm);
      }
    }

    private List<SimulatedEvent> thinned() {
      List<SimulatedEvent> kept = new ArrayList<>();
      int ordinary = 0;
      for (SimulatedEvent event : events) {
        if (matters(event) || ordinary++ % ORDINARY_KEPT == 0) {
          kept.add(event);
        }
      }
      return List.copyOf(kept);
    }

    private boolean matters(SimulatedEvent event) {
      if (event.record() instanceof Message message) {
        return isHarm(message.getSender())
            || isHarm(String.valueOf(message.getRoom()))
            || message.getRecipients().stream().anyMatch(this::isHarm);
      }
      return !(event.record() instanceof SessionEvent session)
          || session.getKind() != SessionKind.SIGNED_IN
          || isHarm(session.getAccount());
    }

    private boolean isHarm(String subject) {
      return harms.stream().anyMatch(harm -> harm.subjects().contains(subject));
    }
  }
}
