package org.vigie.simulator.world;

import java.util.OptionalInt;
import org.vigie.event.Scan;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.world.Scene.Ground;

/**
 * What was before the first day: who lived here, and which friends were in touch already. Without
 * it everybody would be everybody's new acquaintance for a month, old friends and families too.
 */
final class Past {
  /** The watch began so long before the first day. */
  static final long AGO_MS = 40 * WorldSettings.DAY_MS;

  /** Friends write to each other on the day after they were introduced. */
  private static final long REUNION_MS = 20 * Scene.HOUR_MS;

  private final Ground ground;
  private final Timeline timeline;
  private final long fromMs;
  private final Dice links;
  private final Dice ties;

  Past(Ground ground, Timeline timeline) {
    this.ground = ground;
    this.timeline = timeline;
    this.fromMs = ground.settings().startMs() - AGO_MS;
    this.links = Dice.of(ground.settings().seed(), "links");
    this.ties = Dice.of(ground.settings().seed(), "ties");
  }

  /** Tells of everybody who was here before the first day. */
  void tell() {
    int residents = ground.census().residents();
    for (int index = 0; index < residents; index++) {
      long toldMs = fromMs + World.INTRODUCTION_MS * index / residents;
      introduceIf(wasHere(index), index, toldMs);
    }
    for (int index = 0; index < residents; index++) {
      long timeMs = fromMs + Scene.HOUR_MS + REUNION_MS * index / residents;
      timeline.passTo(timeMs);
      reunite(index, timeMs);
    }
    for (int index = 0; index < residents; index++) {
      long startMs = ground.settings().startMs();
      long toldMs = startMs + World.INTRODUCTION_MS * index / residents;
      boolean cameSince = !wasHere(index) && ground.census().createdMs(index) < startMs;
      introduceIf(cameSince, index, toldMs);
    }
  }

  /** Introduces an account, with its parent where the platform knows of it. */
  void introduce(int index, long toldMs) {
    Account account = ground.census().resident(index);
    ground.pen().introduce(account, toldMs);
    OptionalInt parent = ground.census().parent(index);
    if (parent.isPresent() && links.forNumber(index).chance(0.6)) {
      ground
          .pen()
          .write(
              ground
                  .pen()
                  .session(account, SessionKind.HOUSEHOLD_LINKED, toldMs)
                  .setLinkedAccount(ground.census().id(parent.getAsInt())));
    }
  }

  private void introduceIf(boolean due, int index, long toldMs) {
    if (due) {
      timeline.passTo(toldMs);
      introduce(index, toldMs);
    }
  }

  private boolean wasHere(int index) {
    return ground.census().createdMs(index) < fromMs;
  }

  /** One word and an answer with each friend of a higher number; either begins. */
  private void reunite(int index, long timeMs) {
    Census census = ground.census();
    int end = Math.min(census.residents(), (index / Census.QUARTER + 1) * Census.QUARTER);
    for (int other = index + 1; wasHere(index) && other < end; other++) {
      if (wasHere(other) && census.areFriends(index, other)) {
        boolean begins = ties.forNumber(index).forNumber(other).chance(0.5);
        Account first = census.resident(begins ? index : other);
        Account second = census.resident(begins ? other : index);
        greet(first, second, timeMs);
        greet(second, first, timeMs + Scene.MINUTE_MS);
      }
    }
  }

  private void greet(Account from, Account to, long timeMs) {
    ground.pen().write(ground.pen().direct(from, to, timeMs).setScan(Scan.SCANNED));
  }
}
