package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLookAlike;

/** Notes of what is true about a story while it is told. */
final class SceneTruth {
  private final int number;
  private final long startMs;
  private final Map<String, Account> actors = new LinkedHashMap<>();
  private final Map<String, Account> victims = new LinkedHashMap<>();
  private final Set<String> subjects = new TreeSet<>();
  private final Set<String> below = new TreeSet<>();
  private final List<Long> actsMs = new ArrayList<>();
  private final Map<String, Long> reachedMs = new HashMap<>();
  private OptionalLong stepMs = OptionalLong.empty();
  private int few;

  SceneTruth(int number, long startMs) {
    this.number = number;
    this.startMs = startMs;
  }

  int number() {
    return number;
  }

  /** An account that does harm. */
  void actor(Account account) {
    actors.put(account.id(), account);
    subject(account);
  }

  /** An account that an alert may be about, or that looks like it, with its telephone. */
  void subject(Account account) {
    subjects.add(account.id());
    subjects.add(account.device());
  }

  /** A device, place, room or hash that an alert may be about. */
  void subject(String token) {
    subjects.add(token);
  }

  void victims(List<Account> harmed) {
    harmed.forEach(one -> victims.put(one.id(), one));
  }

  /** So many victims, or fewer, are what a case of which little shows has. */
  void few(int victimsMost) {
    few = victimsMost;
  }

  /** Little of it shows, and why. */
  void below(String because) {
    below.add(because);
  }

  /** What is to be prevented happens; the first time counts. */
  void step(long timeMs) {
    if (stepMs.isEmpty() || stepMs.getAsLong() > timeMs) {
      stepMs = OptionalLong.of(timeMs);
    }
  }

  /** Somebody acts upon somebody. */
  void act(Account actor, Account target, long timeMs) {
    act(actor, timeMs);
    if (subjects.contains(actor.id()) && victims.containsKey(target.id())) {
      reachedMs.merge(target.id(), timeMs, Math::min);
    }
  }

  /** Somebody acts. */
  void act(Account actor, long timeMs) {
    if (subjects.contains(actor.id())) {
      actsMs.add(timeMs);
    }
  }

  TruthLine line(Plot plot, String community, long endMs) {
    String id = "story-" + number;
    if (plot.harm().isEmpty()) {
      return new TruthLookAlike(id, community, plot.lookAlike().orElseThrow(), startMs, subjects);
    }
    PlantedHarm planted = plot.harm().get();
    agesShow(planted);
    actsMs.removeIf(timeMs -> timeMs >= endMs);
    actsMs.sort(Long::compare);
    reachedMs.values().removeIf(timeMs -> timeMs >= endMs);
    if (stepMs.isPresent() && stepMs.getAsLong() >= endMs) {
      stepMs = OptionalLong.empty();
    }
    return new TruthCase(
        id,
        community,
        planted,
        actors.keySet(),
        victims.keySet(),
        subjects,
        actsMs.isEmpty() ? startMs : actsMs.get(0),
        stepMs,
        below,
        actsMs,
        reachedMs);
  }

  /**
   * Where it takes an adult and minors to be a harm, nobody sees it if they pass for others: most
   * of them, or so many that no more are left than little shows of.
   */
  private void agesShow(PlantedHarm planted) {
    boolean aboutMinors =
        switch (planted.harm()) {
          case GROOMING, MINOR_EXPLOITATION -> true;
          default -> false;
        };
    boolean unseen = !actors.isEmpty() && actors.values().stream().noneMatch(Account::looksAdult);
    long hidden = victims.values().stream().filter(one -> !one.looksMinor()).count();
    boolean leavesFew = hidden > 0 && victims.size() - hidden <= few;
    if (aboutMinors && (unseen || hidden * 2 > victims.size() || leavesFew)) {
      below("age hidden");
    }
  }
}
