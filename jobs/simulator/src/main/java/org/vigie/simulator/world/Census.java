package org.vigie.simulator.world;

import java.util.List;
import java.util.OptionalInt;
import org.vigie.event.AgeStatement;
import org.vigie.simulator.Dice;
import org.vigie.simulator.Rhythm;

/**
 * Who lives in the world. Everything about somebody is a function of the seed and of their number,
 * drawn again whenever it is asked for: nothing is remembered, so that memory does not grow with
 * the world. Twelve people of an age are a circle, ten circles a quarter, a quarter belongs to one
 * community.
 */
final class Census {
  static final int CIRCLE = 12;
  static final int QUARTER = 120;

  /** Below this all are of one community, or the others would be villages. */
  static final int MIXED_MIN = 1_200;

  private static final List<CommunityKind> KINDS =
      List.of(
          CommunityKind.FRIENDS,
          CommunityKind.OPEN_CHAT,
          CommunityKind.FRIENDS,
          CommunityKind.GAMING,
          CommunityKind.DATING);
  private static final List<Zone> ZONES =
      List.of(Zone.PARIS, Zone.PARIS, Zone.LONDON, Zone.NEW_YORK, Zone.SAO_PAULO, Zone.MANILA);
  private static final double WITH_PARENT = 0.35;
  private static final double NEW_HERE = 0.08;
  private static final int PARENT_CIRCLE = 6;

  private final WorldSettings settings;
  private final int residents;
  private final Dice people;
  private final Dice circles;
  private final Dice pairs;
  private final Dice arrivals;
  private final Dice paces;
  private final Dice rhythms;

  Census(WorldSettings settings, int residents) {
    this.settings = settings;
    this.residents = residents;
    this.people = Dice.of(settings.seed(), "people");
    this.circles = Dice.of(settings.seed(), "circles");
    this.pairs = Dice.of(settings.seed(), "pairs");
    this.arrivals = Dice.of(settings.seed(), "arrivals");
    this.paces = Dice.of(settings.seed(), "paces");
    this.rhythms = Dice.of(settings.seed(), "rhythms");
  }

  /** People who live here all the time; higher numbers are the stories'. */
  int residents() {
    return residents;
  }

  CommunityKind kind(int index) {
    int quarter = index / QUARTER;
    return residents < MIXED_MIN ? CommunityKind.FRIENDS : KINDS.get(quarter % KINDS.size());
  }

  /** Pseudonyms tell nothing about who has which part. */
  String id(int index) {
    return "a" + (10_000_000L + scrambled(index));
  }

  /** Number of an account among all, as its pseudonym tells it. */
  static int slot(String id) {
    return Integer.parseInt(id.substring(1)) - 10_000_000;
  }

  Account resident(int index) {
    Dice dice = people.forNumber(index);
    CommunityKind kind = kind(index);
    int ageYears = ageYears(index, kind, dice);
    List<AgeStatement> said = ages(ageYears, kind, dice.forPurpose("ages"));
    List<AgeStatement> ages = Ages.noisy(said, settings.ageNoise(), dice.forPurpose("age noise"));
    return new Account(
        index, id(index), kind, ageYears, createdMs(index), ages, zone(index), rhythm(index));
  }

  /**
   * When the account was made; for most before the world begins, at an even pace: a platform that
   * gains a twelfth of its people a month did not gain half of them in the month before.
   */
  long createdMs(int index) {
    Dice dice = arrivals.forNumber(index);
    if (dice.chance(NEW_HERE)) {
      return arrivalMs(dice);
    }
    return settings.startMs() - dice.between(3 * WorldSettings.DAY_MS, 1000 * WorldSettings.DAY_MS);
  }

  /** When somebody comes who was not here in the beginning; the beginning for all others. */
  long arrivalMs(int index) {
    Dice dice = arrivals.forNumber(index);
    return dice.chance(NEW_HERE) ? arrivalMs(dice) : settings.startMs();
  }

  private long arrivalMs(Dice dice) {
    long spanMs = settings.endMs() - settings.startMs();
    return settings.startMs() + dice.between(World.INTRODUCTION_MS, spanMs - 1);
  }

  Zone zone(int index) {
    return circles.forNumber(-1 - index / QUARTER).one(ZONES);
  }

  /** How many threads somebody starts a day: most few, some many. */
  double threadsADay(int index) {
    Dice dice = paces.forNumber(index);
    double drawn = dice.between(0.0, 1.0);
    if (drawn < 0.3) {
      return 0.04;
    }
    if (drawn < 0.78) {
      return dice.between(0.15, 0.7);
    }
    return drawn < 0.96 ? dice.between(0.8, 2.2) : dice.between(3.0, 7.0);
  }

  /** A parent who has an account too; for some minors. */
  OptionalInt parent(int index) {
    int quarterStart = index / QUARTER * QUARTER;
    int circle = index % QUARTER / CIRCLE;
    Dice dice = people.forNumber(index).forPurpose("parent");
    int parent = quarterStart + PARENT_CIRCLE * CIRCLE + dice.between(0, 4 * CIRCLE - 1);
    boolean has = circle < kind(index).minorCircles() && dice.chance(WITH_PARENT);
    return has && parent < residents ? OptionalInt.of(parent) : OptionalInt.empty();
  }

  boolean areFriends(int one, int other) {
    if (one == other || one >= residents || other >= residents) {
      return false;
    }
    if (one / QUARTER != other / QUARTER) {
      return false;
    }
    long pair = (long) Math.min(one, other) * residents + Math.max(one, other);
    if (one / CIRCLE == other / CIRCLE) {
      double closeness = circles.forNumber(one / CIRCLE).between(0.4, 0.85);
      return pairs.forNumber(pair).chance(closeness);
    }
    return pairs.forNumber(pair).chance(0.04) || isParent(one, other) || isParent(other, one);
  }

  boolean isParent(int parent, int child) {
    boolean possible = parent % QUARTER / CIRCLE >= PARENT_CIRCLE;
    if (!possible || child % QUARTER / CIRCLE >= kind(child).minorCircles()) {
      return false;
    }
    OptionalInt known = parent(child);
    return known.isPresent() && known.getAsInt() == parent;
  }

  /** How many friends two people have in common, in the circle of either. */
  int mutual(int one, int other) {
    if (one / QUARTER != other / QUARTER || one >= residents || other >= residents) {
      return 0;
    }
    int mutual = mutualIn(one / CIRCLE, one, other);
    return one / CIRCLE == other / CIRCLE ? mutual : mutual + mutualIn(other / CIRCLE, one, other);
  }

  private int mutualIn(int circle, int one, int other) {
    int mutual = 0;
    for (int third = circle * CIRCLE; third < (circle + 1) * CIRCLE; third++) {
      if (areFriends(one, third) && areFriends(other, third)) {
        mutual++;
      }
    }
    return mutual;
  }

  /** By the circle: the few minors among adults keep their hours. */
  Rhythm rhythm(int index) {
    if (index % QUARTER / CIRCLE < kind(index).minorCircles()) {
      return Rhythm.PUPIL;
    }
    return rhythms.forNumber(index).chance(0.2) ? Rhythm.NIGHT_OWL : Rhythm.WORKER;
  }

  private int ageYears(int index, CommunityKind kind, Dice dice) {
    int circle = index % QUARTER / CIRCLE;
    Dice circleDice = circles.forNumber(index / CIRCLE);
    if (kind == CommunityKind.DATING && dice.chance(0.02)) {
      return dice.between(15, 17);
    }
    if (circle == kind.minorCircles() - 1) {
      return circleDice.between(15, 16) + dice.between(0, 1);
    }
    if (circle < kind.minorCircles()) {
      return circleDice.between(10, 15) + dice.between(0, 1);
    }
    if (circle == kind.minorCircles()) {
      return dice.between(18, 22);
    }
    if (circle >= PARENT_CIRCLE) {
      return dice.between(32, 58);
    }
    return circleDice.between(22, 50) + dice.between(0, 9);
  }

  private static List<AgeStatement> ages(int ageYears, CommunityKind kind, Dice dice) {
    if (kind == CommunityKind.DATING && ageYears < Account.ADULT_YEARS) {
      return List.of(Ages.declaredAs(dice.between(18, 22)));
    }
    return Ages.of(ageYears, dice);
  }

  private long scrambled(int index) {
    long step = 1_000_003L; // a prime above every possible number of accounts: no two share a slot
    return Math.floorMod(
        index * step + settings.seed() % settings.accounts(), (long) settings.accounts());
  }
}
