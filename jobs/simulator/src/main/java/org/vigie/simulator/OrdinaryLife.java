package org.vigie.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.event.AmountBand;
import org.vigie.event.DeviceKind;
import org.vigie.event.Instrument;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.NetworkKind;
import org.vigie.event.Report;
import org.vigie.event.ReportCategory;
import org.vigie.event.SessionKind;

/** Everybody's days: sign-ins, friends, group chats, rooms, now and then a quarrel. */
final class OrdinaryLife {
  private static final long MINUTE_MS = 60_000L;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  private final Town town;
  private final Journal journal;
  private final Dice dice;
  private final Chatter chatter;
  private final Map<String, Double> conversationsPerDay = new HashMap<>();

  OrdinaryLife(Town town, Journal journal) {
    this.town = town;
    this.journal = journal;
    this.dice = town.dice("ordinary life");
    this.chatter = new Chatter(journal, town, dice.forPurpose("chatter"));
  }

  void live() {
    for (Person person : town.residents()) {
      journal.introduce(person);
      conversationsPerDay.put(person.id(), dice.between(0.2, 2.2));
      joinRooms(person);
    }
    for (int day = 0; day < town.settings().days(); day++) {
      long dayMs = town.settings().dayMs(day);
      for (Person person : town.residents()) {
        spendDay(person, dayMs);
      }
      for (Circle circle : town.circles()) {
        chatInCircle(circle, dayMs);
      }
    }
  }

  private void joinRooms(Person person) {
    for (int room = 0; room < town.rooms().size(); room++) {
      if (town.rooms().get(room).contains(person)) {
        long timeMs = town.settings().startMs() + dice.between(16 * MINUTE_MS, 12 * HOUR_MS);
        journal.write(
            journal.session(person, SessionKind.ROOM_JOINED, timeMs).setRoom(Town.roomName(room)));
      }
    }
  }

  private void spendDay(Person person, long dayMs) {
    signIn(person, dayMs);
    double expected = conversationsPerDay.getOrDefault(person.id(), 1.0);
    for (double left = expected; left > 0; left--) {
      if (dice.chance(left)) {
        converse(person, person.rhythm().momentMs(dayMs, dice));
      }
    }
    postInRooms(person, dayMs);
    if (dice.chance(0.05)) {
      makeFriend(person, person.rhythm().momentMs(dayMs, dice));
    }
    if (dice.chance(0.004)) {
      fallOut(person, person.rhythm().momentMs(dayMs, dice));
    }
    if (dice.chance(0.01)) {
      give(person, person.rhythm().momentMs(dayMs, dice));
    }
  }

  private void signIn(Person person, long dayMs) {
    long morningMs = person.rhythm().morningMs(dayMs, dice);
    Devices.signIn(journal, person, morningMs, NetworkKind.RESIDENTIAL);
    boolean schoolDay = (dayMs / (24 * HOUR_MS) + 3) % 7 < 5; // 1970-01-01 was a Thursday
    if (person.isMinor() && schoolDay && dice.chance(0.5)) {
      Devices.signIn(journal, person, dayMs + 11 * HOUR_MS, NetworkKind.SCHOOL);
    } else if (dice.chance(0.3)) {
      Devices.signIn(journal, person, dayMs + 12 * HOUR_MS, NetworkKind.MOBILE);
    }
    if (!person.isMinor() && dice.chance(0.1)) {
      journal.write(
          journal
              .session(person, SessionKind.SIGNED_IN, dayMs + 13 * HOUR_MS)
              .setDevice("kiosk-library")
              .setDeviceKind(DeviceKind.SHARED)
              .setNetwork(Devices.network("kiosk-library", NetworkKind.PUBLIC)));
    }
    journal.write(journal.session(person, SessionKind.SIGNED_OUT, dayMs + 23 * HOUR_MS));
  }

  /** Mostly with friends; sometimes with someone from the same room. */
  private void converse(Person person, long timeMs) {
    List<String> friends = List.copyOf(town.friends().of(person));
    if (friends.isEmpty() || dice.chance(0.06)) {
      stranger(person).ifPresent(o -> chatter.talk(person, o, timeMs, dice.between(1, 6)));
      return;
    }
    // The first few friends are the close ones.
    int index = Math.min(dice.between(0, friends.size() - 1), dice.between(0, friends.size() - 1));
    chatter.talk(person, town.person(friends.get(index)), timeMs, dice.between(2, 12));
  }

  private Optional<Person> stranger(Person person) {
    List<Person> room = dice.one(town.rooms());
    boolean anyAge = dice.chance(0.1);
    List<Person> strangers =
        room.stream()
            .filter(who -> !who.id().equals(person.id()) && !town.friends().are(person, who))
            .filter(who -> anyAge || who.isMinor() == person.isMinor())
            .toList();
    return strangers.isEmpty() ? Optional.empty() : Optional.of(dice.one(strangers));
  }

  private void postInRooms(Person person, long dayMs) {
    for (int room = 0; room < town.rooms().size(); room++) {
      if (town.rooms().get(room).contains(person) && dice.chance(0.35)) {
        long timeMs = person.rhythm().momentMs(dayMs, dice);
        journal.write(journal.post(person, Town.roomName(room), timeMs));
      }
    }
  }

  private void chatInCircle(Circle circle, long dayMs) {
    if (!circle.chatters().isEmpty() && dice.chance(0.7)) {
      long timeMs = dice.one(circle.chatters()).rhythm().momentMs(dayMs, dice);
      chatter.chat(circle.chatters(), timeMs, dice.between(2, 14));
    }
  }

  private void makeFriend(Person person, long timeMs) {
    stranger(person)
        .ifPresent(
            other -> {
              journal.write(journal.interaction(person, other, InteractionKind.REQUEST, timeMs));
              boolean accepted = dice.chance(0.7);
              long answerMs = timeMs + dice.between(MINUTE_MS, 9 * HOUR_MS);
              journal.write(
                  journal.interaction(
                      other,
                      person,
                      accepted ? InteractionKind.ACCEPT : InteractionKind.DECLINE,
                      answerMs));
              if (accepted) {
                town.friends().befriend(person, other);
              }
            });
  }

  private void fallOut(Person person, long timeMs) {
    stranger(person)
        .ifPresent(
            other -> {
              long endMs = chatter.talk(other, person, timeMs, 2);
              journal.write(journal.interaction(person, other, InteractionKind.BLOCK, endMs));
              if (dice.chance(0.5)) {
                ReportCategory why = dice.one(List.of(ReportCategory.SPAM, ReportCategory.OTHER));
                Interaction.Builder report =
                    journal.interaction(person, other, InteractionKind.REPORT, endMs + 30_000);
                journal.write(report.setReport(Report.newBuilder().setCategory(why).build()));
              }
            });
  }

  private void give(Person person, long timeMs) {
    List<String> friends = List.copyOf(town.friends().of(person));
    if (!friends.isEmpty()) {
      Person friend = town.person(dice.one(friends));
      journal.write(
          journal
              .interaction(person, friend, InteractionKind.GIFT, timeMs)
              .setInstrument(Instrument.VIRTUAL_ITEM)
              .setAmountBand(AmountBand.SMALL));
    }
  }
}
