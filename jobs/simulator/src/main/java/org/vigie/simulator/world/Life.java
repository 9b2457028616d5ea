package org.vigie.simulator.world;

import java.util.Arrays;
import org.vigie.event.ContactOrigin;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.world.Scene.Ground;

/**
 * Ordinary life: who starts what in which hour. Drawn hour by hour from the number of the account
 * and of the hour; an hour is held as one long a start, so that it stays small however many there
 * are.
 */
final class Life {
  private static final int INDEX_BITS = 24;
  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
  private static final int FIRST_THREAD = 1_000_000;
  private static final int THREADS_AN_HOUR_MAX = 3;

  private final Ground ground;
  private final Dice hours;
  private final Dice threads;
  private final Chatter chatter;
  private long[] starts = new long[1_024];
  private int startCount;
  private int threadNumber = FIRST_THREAD;

  Life(Ground ground) {
    this.ground = ground;
    this.hours = Dice.of(ground.settings().seed(), "hours");
    this.threads = Dice.of(ground.settings().seed(), "threads");
    this.chatter = new Chatter(ground);
  }

  /** Something starts. */
  interface Start {
    /** At a time; whoever it is does. */
    void at(long timeMs, int index);
  }

  /** What starts within an hour, in order; a resident who arrives in it starts, too. */
  void hour(long hourMs, Start listener) {
    startCount = 0;
    long hour = hourMs / Scene.HOUR_MS;
    Census census = ground.census();
    for (int index = 0; index < census.residents(); index++) {
      collect(index, hour, hourMs);
    }
    Arrays.sort(starts, 0, startCount);
    for (int at = 0; at < startCount; at++) {
      listener.at(hourMs + (starts[at] >>> INDEX_BITS), (int) (starts[at] & INDEX_MASK));
    }
  }

  private void collect(int index, long hour, long hourMs) {
    Census census = ground.census();
    Dice dice = hours.forNumber(hour * (INDEX_MASK + 1) + index);
    double share = census.rhythm(index).share(census.zone(index).localHour(hour));
    double expected = census.threadsADay(index) * share;
    long arrivalMs = census.arrivalMs(index);
    for (int left = THREADS_AN_HOUR_MAX; left > 0; left--) {
      long offsetMs = dice.between(0L, Scene.HOUR_MS - 1);
      if (dice.chance(expected / THREADS_AN_HOUR_MAX) && hourMs + offsetMs > arrivalMs) {
        add(offsetMs, index);
      }
    }
    if (arrivalMs > ground.settings().startMs()
        && arrivalMs >= hourMs
        && arrivalMs < hourMs + Scene.HOUR_MS) {
      add(arrivalMs - hourMs, index);
    }
  }

  private void add(long offsetMs, int index) {
    if (startCount == starts.length) {
      starts = Arrays.copyOf(starts, startCount * 2);
    }
    starts[startCount] = offsetMs << INDEX_BITS | index;
    startCount++;
  }

  /** Somebody does something. */
  void thread(int index, long timeMs) {
    threadNumber++;
    Dice dice = threads.forNumber(index).forNumber(timeMs);
    Account own = ground.census().resident(index);
    Scene scene = new Scene(ground, own.kind(), threadNumber, timeMs, dice);
    if (dice.chance(0.35)) {
      scene.signIn(own, own.device(), network(own, timeMs, dice), timeMs);
    }
    if (dice.chance(0.004)) {
      scene.write(
          scene
              .session(own, SessionKind.AGE_SIGNAL, timeMs)
              .setAge(Ages.late(own.ageYears(), dice)));
    }
    kind(own.kind(), dice).accept(own, scene);
  }

  private interface Doing {
    void accept(Account own, Scene scene);
  }

  private Doing kind(CommunityKind kind, Dice dice) {
    double drawn = dice.between(0.0, 1.0);
    double strangers =
        switch (kind) {
          case FRIENDS -> 0.10;
          case OPEN_CHAT -> 0.35;
          case GAMING -> 0.20;
          case DATING, OPENING -> 0.45;
        };
    if (drawn < strangers) {
      return chatter::stranger;
    }
    if (drawn < strangers + 0.14) {
      return chatter::room;
    }
    if (drawn < strangers + 0.27 && kind != CommunityKind.DATING) {
      return chatter::group;
    }
    return chatter::friend;
  }

  private static NetworkKind network(Account own, long timeMs, Dice dice) {
    int hour = own.zone().localHour(timeMs / Scene.HOUR_MS);
    if (own.isMinor() && hour >= 8 && hour < 16) {
      return NetworkKind.SCHOOL;
    }
    if (dice.chance(0.08)) {
      return dice.chance(0.6) ? NetworkKind.PUBLIC : NetworkKind.VPN;
    }
    return dice.chance(0.5) ? NetworkKind.MOBILE : NetworkKind.RESIDENTIAL;
  }

  /** Where people come upon strangers. */
  static ContactOrigin origin(CommunityKind kind, Dice dice) {
    return switch (kind) {
      case FRIENDS -> dice.chance(0.6) ? ContactOrigin.SUGGESTED : ContactOrigin.SEARCH;
      case OPEN_CHAT -> ContactOrigin.ROOM;
      case GAMING -> dice.chance(0.5) ? ContactOrigin.MATCHED : ContactOrigin.ROOM;
      case DATING -> ContactOrigin.MATCHED;
      case OPENING -> ContactOrigin.SUGGESTED;
    };
  }
}
