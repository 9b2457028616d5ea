package org.vigie.simulator.world;

import java.util.ArrayDeque;
import java.util.Deque;
import org.vigie.simulator.Dice;
import org.vigie.simulator.truth.TruthTotals;
import org.vigie.simulator.world.Scene.Billing;
import org.vigie.simulator.world.Scene.Ground;

/**
 * A world of some communities over some days: ordinary life, planted harms, look-alikes, and the
 * truth about them. Everything is drawn as its time comes and forgotten when it is over, so that
 * memory does not grow with people or days.
 */
public final class World {
  /** The platform introduces the accounts that it has before anything happens. */
  static final long INTRODUCTION_MS = 15 * 60_000L;

  private final WorldSettings settings;
  private final WorldListener listener;
  private final Census census;
  private final Timeline timeline;
  private final Stories stories;
  private final Ground ground;
  private final Life life;
  private final Past past;
  private final Deque<Billing> toCome;

  private World(WorldSettings settings, WorldListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.stories = new Stories(settings);
    this.census = new Census(settings, settings.accounts() - stories.newcomers());
    this.timeline = new Timeline(settings, listener);
    Pen pen = new Pen(census, timeline, Dice.of(settings.seed(), "pen"));
    this.ground = new Ground(settings, census, pen, new Casting(census));
    this.life = new Life(ground);
    this.past = new Past(ground, timeline);
    this.toCome = new ArrayDeque<>(stories.billings());
  }

  /**
   * Lets it happen.
   *
   * @return how much there was, which the listener hears as well
   */
  public static WorldCounts run(WorldSettings settings, WorldListener listener) {
    World world = new World(settings, listener);
    world.past.tell();
    for (long hourMs = settings.startMs(); hourMs < settings.endMs(); hourMs += Scene.HOUR_MS) {
      world.hour(hourMs);
    }
    return world.end();
  }

  private void hour(long hourMs) {
    life.hour(hourMs, this::start);
    storiesTo(hourMs + Scene.HOUR_MS);
    timeline.passTo(hourMs + Scene.HOUR_MS);
  }

  private void start(long timeMs, int index) {
    storiesTo(timeMs);
    timeline.passTo(timeMs);
    if (census.arrivalMs(index) == timeMs) {
      past.introduce(index, timeMs);
    } else if (timeMs >= settings.startMs() + INTRODUCTION_MS) {
      life.thread(index, timeMs);
    }
  }

  private void storiesTo(long timeMs) {
    for (Billing next = toCome.peek(); next != null; next = toCome.peek()) {
      if (next.startMs() > timeMs) {
        return;
      }
      toCome.remove();
      timeline.passTo(next.startMs());
      listener.truth(stories.scene(next, ground).tell());
    }
  }

  private WorldCounts end() {
    timeline.passTo(settings.endMs());
    TruthTotals totals =
        new TruthTotals(
            settings.seed(),
            settings.accounts(),
            settings.days(),
            settings.startMs(),
            settings.faintOfTen(),
            timeline.events(),
            timeline.activeUserWeeks());
    listener.truth(totals);
    return new WorldCounts(totals, timeline.waitingMax());
  }
}
