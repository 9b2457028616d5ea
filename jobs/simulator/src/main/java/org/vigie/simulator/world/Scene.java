package org.vigie.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.event.InteractionKind;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.Rhythm;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.world.Casting.Wanted;
import org.vigie.simulator.world.Classifier.Clarity;

/** One story while it is told: its people, its dice, and what is true about it. */
final class Scene {
  static final long SECOND_MS = 1_000L;
  static final long MINUTE_MS = 60_000L;
  static final long HOUR_MS = 3_600_000L;
  static final long DAY_MS = WorldSettings.DAY_MS;

  private static final Plot ORDINARY =
      new Plot(Optional.empty(), Optional.empty(), 0, Plot.ANYWHERE, 0, scene -> {});

  private final Ground ground;
  private final Plot plot;
  private final CommunityKind kind;
  private final Dice dice;
  private final long startMs;
  private final boolean weak;
  private final SceneTruth truth;
  private final Classifier classifier;
  private final int newcomersEnd;
  private int nextNewcomer;
  private int tokens;

  /** What all stories stand on. */
  record Ground(WorldSettings settings, Census census, Pen pen, Casting casting) {}

  /**
   * What this one is.
   *
   * @param number among all stories
   * @param firstNewcomer number of the first account that it may bring with it
   * @param weak whether little of it is to show
   */
  record Billing(int number, Plot plot, long startMs, int firstNewcomer, boolean weak) {}

  Scene(Ground ground, Billing billing, Dice dice) {
    this.ground = ground;
    this.plot = billing.plot;
    this.dice = dice;
    this.startMs = billing.startMs;
    this.weak = billing.weak;
    this.nextNewcomer = billing.firstNewcomer;
    this.newcomersEnd = billing.firstNewcomer + billing.plot.newcomers();
    this.kind = kind(ground.census, plot.where(), dice.forPurpose("where"));
    this.truth = new SceneTruth(billing.number, startMs);
    Clarity clarity = clarity(dice.forPurpose("clarity"));
    this.classifier = new Classifier(dice.forPurpose("classifier"), clarity);
    if (clarity != Clarity.CLEAR) {
      truth.below(clarity == Clarity.VEILED ? "veiled" : "encrypted");
    }
  }

  /** Ordinary life, about which there is nothing to say. */
  Scene(Ground ground, CommunityKind kind, int number, long startMs, Dice dice) {
    this.ground = ground;
    this.plot = ORDINARY;
    this.dice = dice;
    this.startMs = startMs;
    this.weak = false;
    this.newcomersEnd = 0;
    this.kind = kind;
    this.truth = new SceneTruth(number, startMs);
    this.classifier = new Classifier(dice.forPurpose("classifier"), Clarity.CLEAR);
  }

  /** Tells it, and what is true about it. */
  TruthLine tell() {
    plot.teller().tell(this);
    while (nextNewcomer < newcomersEnd) {
      bystander();
    }
    return truth.line(plot, kind.community(), ground.settings.endMs());
  }

  Dice dice() {
    return dice;
  }

  Pen pen() {
    return ground.pen;
  }

  Classifier classifier() {
    return classifier;
  }

  SceneTruth truth() {
    return truth;
  }

  CommunityKind kind() {
    return kind;
  }

  long startMs() {
    return startMs;
  }

  /** How many: few if little of it is to show. */
  int count(int least, int most, int weakLeast, int weakMost) {
    if (weak) {
      truth.below("few");
      return dice.between(weakLeast, weakMost);
    }
    return dice.between(least, most);
  }

  /** Over how long: slowly if little of it is to show. */
  long span(long leastMs, long mostMs, long weakMs) {
    if (weak) {
      truth.below("slow");
      return weakMs;
    }
    return dice.spread(leastMs, mostMs);
  }

  /** Whether a part of it is left out, because little of it is to show. */
  boolean partial() {
    if (weak) {
      truth.below("partial");
    }
    return weak;
  }

  /** A name for a device, a place, a room or a hash, of this story only. */
  String token(String what) {
    tokens++;
    return what + "-" + truth.number() + "-" + tokens;
  }

  /** An account that the story brings with it; who plays a part is told apart by the caller. */
  Account newcomer(int ageYears, long createdMs) {
    Dice own = dice.forNumber(nextNewcomer);
    Account made = nextNewcomer(ageYears, createdMs, own);
    for (int tries = 1; hidesNothing() && !made.looksItsAge(); tries++) {
      made = nextNewcomer(ageYears, createdMs, own.forNumber(tries));
    }
    nextNewcomer++;
    if (nextNewcomer > newcomersEnd) {
      throw new IllegalStateException(plot.name() + " brings more accounts than it said");
    }
    pen().introduce(made, startMs);
    return made;
  }

  private Account nextNewcomer(int ageYears, long createdMs, Dice own) {
    return new Account(
        nextNewcomer,
        ground.census.id(nextNewcomer),
        kind,
        ageYears,
        createdMs,
        Ages.noisy(Ages.of(ageYears, own), ground.settings.ageNoise(), own.forPurpose("age noise")),
        ground.census.zone(nextNewcomer),
        ageYears < Account.ADULT_YEARS ? Rhythm.PUPIL : Rhythm.NIGHT_OWL);
  }

  /** Whether a harm is planted of which all is to show. */
  private boolean hidesNothing() {
    return plot.harm().isPresent() && ground.settings.faintOfTen() == 0;
  }

  /** A newcomer who does harm, of an account some hours to weeks old. */
  Account offender() {
    long createdMs = startMs - dice.spread(HOUR_MS, 50 * DAY_MS);
    return offender(dice.between(22, 61), createdMs);
  }

  Account offender(int ageYears, long createdMs) {
    Account made = newcomer(ageYears, createdMs);
    truth.actor(made);
    signIn(made, made.device(), NetworkKind.MOBILE, Math.max(createdMs, startMs));
    return made;
  }

  /** A resident who does harm, or looks like it. */
  Account lead(Predicate<Account> fits) {
    Account lead = ground.casting.lead(new Wanted(kind, startMs, fits), dice);
    truth.subject(lead);
    return lead;
  }

  /** Residents whom nobody accuses. */
  List<Account> people(int count, Predicate<Account> fits) {
    return ground.casting.some(count, new Wanted(kind, startMs, fits), dice);
  }

  /** Minors who are harmed or would be. */
  List<Account> minors(int count, int yearsLeast) {
    List<Account> minors =
        people(
            count,
            one ->
                one.isMinor()
                    && one.ageYears() >= yearsLeast
                    && (one.looksItsAge() || !hidesNothing()));
    truth.victims(minors);
    return minors;
  }

  /**
   * The same: few if little of it is to show. No more shows where all but so few pass for adults.
   */
  List<Account> minors(int least, int most, int weakLeast, int weakMost, int yearsLeast) {
    truth.few(weakMost);
    return minors(count(least, most, weakLeast, weakMost), yearsLeast);
  }

  /** Adults who are harmed or would be. */
  List<Account> adults(int count) {
    List<Account> adults = people(count, one -> !one.isMinor());
    truth.victims(adults);
    return adults;
  }

  /** People of a circle who are free, most of them friends. */
  List<Account> circle(Predicate<Account> fits) {
    return ground.casting.circle(new Wanted(kind, startMs, fits), dice);
  }

  void take(Account account) {
    ground.casting.take(account);
    truth.subject(account);
  }

  Talk talk(Account own, Account other, long fromMs) {
    return new Talk(this, own, other, fromMs);
  }

  void signIn(Account who, String device, NetworkKind network, long timeMs) {
    write(pen().signIn(who, device, network, timeMs));
  }

  void write(SessionEvent.Builder session) {
    pen().write(session);
  }

  SessionEvent.Builder session(Account who, SessionKind sessionKind, long timeMs) {
    return pen().session(who, sessionKind, timeMs);
  }

  void interact(Account actor, Account target, InteractionKind interaction, long timeMs) {
    pen().write(pen().interaction(actor, target, interaction, timeMs));
    truth.act(actor, target, timeMs);
  }

  /** Moments in a span from a time on, in order. */
  List<Long> moments(int count, long fromMs, long spanMs) {
    List<Long> moments = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      moments.add(fromMs + dice.between(0L, spanMs));
    }
    moments.sort(Long::compare);
    return moments;
  }

  private void bystander() {
    newcomer(dice.between(19, 60), startMs - dice.spread(DAY_MS, 300 * DAY_MS));
  }

  private Clarity clarity(Dice own) {
    double drawn = own.between(0.0, 1.0);
    if (plot.harm().isEmpty() || hidesNothing() || drawn < 0.94) {
      return Clarity.CLEAR;
    }
    return drawn < 0.97 ? Clarity.VEILED : Clarity.HIDDEN;
  }

  /** The community of somebody at random, among those that it happens in. */
  private static CommunityKind kind(Census census, Set<CommunityKind> where, Dice dice) {
    for (int tries = 0; tries < 1_000; tries++) {
      CommunityKind drawn = census.kind(dice.between(0, census.residents() - 1));
      if (where.contains(drawn)) {
        return drawn;
      }
    }
    return where.contains(CommunityKind.FRIENDS) ? CommunityKind.FRIENDS : where.iterator().next();
  }
}
