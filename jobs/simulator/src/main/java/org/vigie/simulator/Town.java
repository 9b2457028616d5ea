package org.vigie.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who lives there, who knows whom, which rooms there are. Stories take their cast from it. */
final class Town {
  private static final long DAY_MS = 86_400_000L;
  private static final double MINORS = 0.25;
  private static final int CLASS_SIZE = 20;
  private static final int WORKPLACE_SIZE = 12;
  private static final int CHAT_SIZE = 9;
  private static final int ROOMS = 6;

  private final PopulationSettings settings;
  private final Pseudonyms pseudonyms;
  private final AgeStatements ageStatements;
  private final Dice dice;
  private final Friends friends = new Friends();
  private final List<Person> residents = new ArrayList<>();
  private final Map<String, Person> byId = new HashMap<>();
  private final List<Circle> circles = new ArrayList<>();
  private final List<List<Person>> rooms = new ArrayList<>();
  private final Set<String> cast = new HashSet<>();

  /**
   * Draws a town.
   *
   * @param newcomers accounts of the settings that stories will bring with them
   */
  Town(PopulationSettings settings, int newcomers) {
    this.settings = settings;
    this.dice = Dice.of(settings.seed(), "town");
    this.pseudonyms = new Pseudonyms(dice.forPurpose("names"));
    this.ageStatements = new AgeStatements(dice.forPurpose("ages"));
    settle(settings.accounts() - newcomers);
    Comparator<Person> byAge = Comparator.comparingInt(Person::ageYears);
    form(residents.stream().filter(Person::isMinor).sorted(byAge).toList(), CLASS_SIZE);
    form(residents.stream().filter(who -> !who.isMinor()).toList(), WORKPLACE_SIZE);
    addFamilies();
    addAcquaintances();
    openRooms();
  }

  PopulationSettings settings() {
    return settings;
  }

  Friends friends() {
    return friends;
  }

  List<Person> residents() {
    return residents;
  }

  List<Circle> circles() {
    return circles;
  }

  /** Members of each room. */
  List<List<Person>> rooms() {
    return rooms;
  }

  static String roomName(int index) {
    return "room-" + (index + 1);
  }

  Person person(String id) {
    Person person = byId.get(id);
    if (person == null) {
      throw new IllegalStateException("nobody is called " + id);
    }
    return person;
  }

  /** Dice for one story. */
  Dice dice(String story) {
    return Dice.of(settings.seed(), story);
  }

  /** A resident who is in no other story. */
  Person castOne(Predicate<Person> fit) {
    return castSome(fit, 1).get(0);
  }

  /**
   * Residents who are in no other story, and in none from now on.
   *
   * @return up to so many, at least one
   */
  List<Person> castSome(Predicate<Person> fit, int count) {
    List<Person> free =
        residents.stream().filter(who -> !cast.contains(who.id()) && fit.test(who)).toList();
    List<Person> chosen = dice.some(free, count);
    if (chosen.isEmpty()) {
      throw new IllegalStateException("seed " + settings.seed() + ": nobody fits a part");
    }
    chosen.forEach(who -> cast.add(who.id()));
    return chosen;
  }

  /** Someone who knows nobody here, with an account made at a given time. */
  Person newcomer(int ageYears, long createdMs, Rhythm rhythm) {
    Person person =
        new Person(
            pseudonyms.next(),
            ageYears,
            createdMs,
            AgeStatements.honest(ageYears),
            rhythm,
            token("phone"),
            token("cell"));
    cast.add(person.id());
    byId.put(person.id(), person);
    return person;
  }

  /** A token that nobody else has. */
  String token(String kind) {
    return kind + "-" + Long.toHexString(dice.between(0x100000L, 0xFFFFFFL));
  }

  private void settle(int count) {
    for (int index = 0; index < count; index++) {
      boolean minor = index < count * MINORS;
      int ageYears = minor ? dice.between(11, 17) : dice.between(18, 67);
      Person person =
          new Person(
              pseudonyms.next(),
              ageYears,
              settings.startMs() - dice.between(3L, minor ? 700L : 2000L) * DAY_MS,
              ageStatements.of(ageYears),
              rhythm(minor),
              token("phone"),
              token("cell"));
      residents.add(person);
      byId.put(person.id(), person);
    }
  }

  private Rhythm rhythm(boolean minor) {
    if (minor) {
      return Rhythm.PUPIL;
    }
    return dice.chance(0.2) ? Rhythm.NIGHT_OWL : Rhythm.WORKER;
  }

  /** Splits people into circles of about a size; about half of each circle know each other. */
  private void form(List<Person> people, int size) {
    for (int from = 0; from < people.size(); from += size) {
      List<Person> members = people.subList(from, Math.min(people.size(), from + size));
      double closeness = dice.between(0.35, 0.65);
      for (Person one : members) {
        members.stream().filter(other -> dice.chance(closeness / 2)).forEach(o -> meet(one, o));
      }
      circles.add(new Circle(members, dice.some(members, dice.between(4, CHAT_SIZE))));
    }
  }

  /** Some minors have a parent here. */
  private void addFamilies() {
    List<Person> adults = residents.stream().filter(who -> who.ageYears() >= 32).toList();
    for (Person minor : residents.stream().filter(Person::isMinor).toList()) {
      if (dice.chance(0.4)) {
        Person parent = dice.one(adults);
        meet(minor, parent);
        // Parents know the parents of their children's friends, and their children.
        dice.some(friends.of(minor), 2).forEach(friend -> meet(parent, person(friend)));
      }
    }
  }

  private void addAcquaintances() {
    for (Person person : residents) {
      for (int left = dice.between(0, 3); left > 0; left--) {
        Person other = dice.one(residents);
        if (other.isMinor() == person.isMinor()) {
          meet(person, other);
        }
      }
    }
  }

  private void openRooms() {
    for (int room = 0; room < ROOMS; room++) {
      double share = dice.between(0.1, 0.35);
      rooms.add(residents.stream().filter(who -> dice.chance(share)).toList());
    }
  }

  private void meet(Person one, Person other) {
    friends.befriend(one, other);
  }
}
