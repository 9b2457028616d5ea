package org.vigie.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.event.AccountKind;
import org.vigie.event.AgeStatement;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.Message;
import org.vigie.event.Scan;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.schemas.RecordKind;

/** Writes down what happens, in any order, as the platform would send it. */
final class Journal {
  private static final long INTRODUCTION_MS = 15 * 60_000L;
  private static final String ID = "%s%06d";

  private final PopulationSettings settings;
  private final Friends friends;
  private final Dice dice;
  private final List<SimulatedEvent> events = new ArrayList<>();
  private int messages;
  private int sessions;
  private int interactions;

  Journal(PopulationSettings settings, Friends friends) {
    this.settings = settings;
    this.friends = friends;
    this.dice = Dice.of(settings.seed(), "journal");
  }

  /** What is recorded before the last day is over, in the order of recording. */
  List<SimulatedEvent> events() {
    return events.stream()
        .filter(event -> event.recordedMs() < settings.endMs())
        .sorted(Comparator.comparingLong(SimulatedEvent::recordedMs))
        .toList();
  }

  /** Tells that an account exists, and what is known about its holder's age. */
  void introduce(Person person) {
    boolean isNew = person.createdMs() >= settings.startMs();
    long toldMs =
        isNew ? person.createdMs() : settings.startMs() + dice.between(0L, INTRODUCTION_MS);
    SessionEvent.Builder created =
        session(person, SessionKind.ACCOUNT_CREATED, person.createdMs())
            .setAccountKind(AccountKind.HUMAN);
    add(toldMs, created.build());
    for (AgeStatement age : person.ages()) {
      SessionEvent.Builder stated =
          session(person, SessionKind.AGE_SIGNAL, person.createdMs()).setAge(age);
      add(toldMs, stated.build());
    }
  }

  Message.Builder direct(Person from, Person to, long timeMs) {
    return message(from, timeMs)
        .setChannel(Channel.DIRECT)
        .setRecipients(List.of(to.id()))
        .setMutualContacts(friends.mutual(from, to));
  }

  Message.Builder group(Person from, List<Person> to, long timeMs) {
    return message(from, timeMs)
        .setChannel(Channel.GROUP)
        .setRecipients(to.stream().map(Person::id).toList())
        .setRecipientMutualContacts(to.stream().map(one -> friends.mutual(from, one)).toList());
  }

  Message.Builder post(Person from, String room, long timeMs) {
    return message(from, timeMs).setChannel(Channel.ROOM).setRoom(room);
  }

  SessionEvent.Builder session(Person who, SessionKind kind, long timeMs) {
    sessions++;
    return SessionEvent.newBuilder()
        .setEventId(ID.formatted("s", sessions))
        .setCommunity(settings.community())
        .setTime(timeMs)
        .setAccount(who.id())
        .setKind(kind);
  }

  Interaction.Builder interaction(Person actor, Person target, InteractionKind kind, long timeMs) {
    interactions++;
    return Interaction.newBuilder()
        .setEventId(ID.formatted("i", interactions))
        .setCommunity(settings.community())
        .setTime(timeMs)
        .setActor(actor.id())
        .setTarget(target.id())
        .setKind(kind)
        .setMutualContacts(friends.mutual(actor, target));
  }

  /**
   * Writes it down.
   *
   * @return its id, for others to refer to
   */
  String write(Message.Builder message) {
    Message built = message.build();
    add(delayed(built.getTime()), built);
    return built.getEventId();
  }

  void write(SessionEvent.Builder session) {
    SessionEvent built = session.build();
    add(delayed(built.getTime()), built);
  }

  void write(Interaction.Builder interaction) {
    Interaction built = interaction.build();
    add(
        new SimulatedEvent(
            delayed(built.getTime()), RecordKind.INTERACTION, built.getActor(), built));
  }

  private Message.Builder message(Person from, long timeMs) {
    messages++;
    return Message.newBuilder()
        .setEventId(ID.formatted("m", messages))
        .setCommunity(settings.community())
        .setTime(timeMs)
        .setSender(from.id())
        .setLength(dice.between(2, 160))
        .setScan(dice.chance(0.97) ? Scan.SCANNED : Scan.LANGUAGE);
  }

  private void add(long recordedMs, SessionEvent session) {
    add(new SimulatedEvent(recordedMs, RecordKind.SESSION, session.getAccount(), session));
  }

  private void add(long recordedMs, Message message) {
    add(new SimulatedEvent(recordedMs, RecordKind.MESSAGE, message.getSender(), message));
  }

  private void add(SimulatedEvent event) {
    events.add(event);
  }

  /** Events take a moment from the platform to the log. */
  private long delayed(long timeMs) {
    return timeMs + dice.between(15L, 900L);
  }
}
