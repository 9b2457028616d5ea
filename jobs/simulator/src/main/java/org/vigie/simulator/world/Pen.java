package org.vigie.simulator.world;

import java.util.List;
import org.vigie.event.AccountKind;
import org.vigie.event.AgeStatement;
import org.vigie.event.Channel;
import org.vigie.event.DeviceKind;
import org.vigie.event.DeviceStrength;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.Message;
import org.vigie.event.Network;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.schemas.RecordKind;
import org.vigie.simulator.Dice;
import org.vigie.simulator.SimulatedEvent;

/** Writes down what happens as the platform would send it. */
final class Pen {
  private static final int RADIX = 36;

  private final Census census;
  private final Timeline timeline;
  private final Dice dice;
  private long written;

  Pen(Census census, Timeline timeline, Dice dice) {
    this.census = census;
    this.timeline = timeline;
    this.dice = dice;
  }

  /** Tells that an account exists, and what is known about its holder's age. */
  void introduce(Account who, long toldMs) {
    long recordedMs = Math.max(toldMs, who.createdMs());
    add(
        recordedMs,
        session(who, SessionKind.ACCOUNT_CREATED, who.createdMs())
            .setAccountKind(AccountKind.HUMAN)
            .build());
    for (AgeStatement age : who.ages()) {
      add(recordedMs, session(who, SessionKind.AGE_SIGNAL, who.createdMs()).setAge(age).build());
    }
  }

  Message.Builder direct(Account from, Account to, long timeMs) {
    Message.Builder message =
        message(from, timeMs).setChannel(Channel.DIRECT).setRecipients(List.of(to.id()));
    return from.kind().hasFriendGraph()
        ? message.setMutualContacts(census.mutual(from.index(), to.index()))
        : message;
  }

  Message.Builder group(Account from, List<Account> to, long timeMs) {
    Message.Builder message =
        message(from, timeMs)
            .setChannel(Channel.GROUP)
            .setRecipients(to.stream().map(Account::id).toList());
    if (from.kind().hasFriendGraph()) {
      message.setRecipientMutualContacts(
          to.stream().map(one -> census.mutual(from.index(), one.index())).toList());
    }
    return message;
  }

  Message.Builder post(Account from, String room, long timeMs) {
    return message(from, timeMs).setChannel(Channel.ROOM).setRoom(room);
  }

  SessionEvent.Builder session(Account who, SessionKind kind, long timeMs) {
    return SessionEvent.newBuilder()
        .setEventId(id("s"))
        .setCommunity(who.kind().community())
        .setTime(timeMs)
        .setAccount(who.id())
        .setKind(kind);
  }

  /** A sign-in from a personal device. */
  SessionEvent.Builder signIn(Account who, String device, NetworkKind network, long timeMs) {
    return session(who, SessionKind.SIGNED_IN, timeMs)
        .setDevice(device)
        .setDeviceKind(DeviceKind.PERSONAL)
        .setDeviceStrength(DeviceStrength.HARDWARE)
        .setNetwork(network(who, network))
        .setTimeZone(who.zone().zoneName());
  }

  /** Schools and public places have one address for everybody there. */
  Network network(Account who, NetworkKind kind) {
    int quarter = who.index() / Census.QUARTER;
    String address =
        switch (kind) {
          case SCHOOL -> "net-school-" + quarter;
          case PUBLIC -> "net-cafe-" + quarter;
          case MOBILE -> "net-carrier-" + who.zone().country() + dice.between(0, 9);
          default -> "net-home-" + who.id();
        };
    return Network.newBuilder()
        .setAddress(address)
        .setKind(kind)
        .setCountry(who.zone().country())
        .build();
  }

  Interaction.Builder interaction(
      Account actor, Account target, InteractionKind kind, long timeMs) {
    Interaction.Builder interaction =
        Interaction.newBuilder()
            .setEventId(id("i"))
            .setCommunity(actor.kind().community())
            .setTime(timeMs)
            .setActor(actor.id())
            .setTarget(target.id())
            .setKind(kind);
    return actor.kind().hasFriendGraph()
        ? interaction.setMutualContacts(census.mutual(actor.index(), target.index()))
        : interaction;
  }

  /**
   * Writes it down.
   *
   * @return its id, for others to refer to
   */
  String write(Message.Builder message) {
    Message built = message.build();
    timeline.add(
        new SimulatedEvent(delayed(built.getTime()), RecordKind.MESSAGE, built.getSender(), built));
    return built.getEventId();
  }

  void write(SessionEvent.Builder session) {
    SessionEvent built = session.build();
    add(delayed(built.getTime()), built);
  }

  void write(Interaction.Builder interaction) {
    Interaction built = interaction.build();
    timeline.add(
        new SimulatedEvent(
            delayed(built.getTime()), RecordKind.INTERACTION, built.getActor(), built));
  }

  private Message.Builder message(Account from, long timeMs) {
    return Message.newBuilder()
        .setEventId(id("m"))
        .setCommunity(from.kind().community())
        .setTime(timeMs)
        .setSender(from.id())
        .setLength(dice.between(2, 160));
  }

  private void add(long recordedMs, SessionEvent session) {
    timeline.add(new SimulatedEvent(recordedMs, RecordKind.SESSION, session.getAccount(), session));
  }

  private String id(String prefix) {
    written++;
    return prefix + Long.toString(written, RADIX);
  }

  /** Events take a moment to the log; of a telephone without a network, minutes or hours. */
  private long delayed(long timeMs) {
    double kind = dice.between(0.0, 1.0);
    if (kind < 0.001) {
      return timeMs + dice.spread(60_000L, 3 * 3_600_000L);
    }
    return timeMs + (kind < 0.006 ? dice.between(1_000L, 8_000L) : dice.between(15L, 900L));
  }
}
