package org.vigie.bench.stream;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.event.Signal;

/**
 * Contacts that are alerted on at once, each of two accounts of its own: one message with four
 * stages and a meeting, from a verified adult to a verified minor. It passes every stop.
 */
public final class AlertedContacts {
  /** First signal of the messages, by which a floor knows them. */
  public static final String MARK = "MEETING_PROPOSAL";

  private static final String COMMUNITY = "c1";

  private static final List<Signal> STAGES =
      Stream.of(MARK, "FLATTERY", "SECRECY", "AGE_PROBE")
          .map(code -> Signal.newBuilder().setCode(code).setScore(0.9).build())
          .toList();

  private AlertedContacts() {}

  /** What must be known before the message of a contact: how old the two are. */
  public static List<SessionEvent> ages(int contact, long timeMs) {
    return List.of(age(adult(contact), 30, 40, timeMs), age(minor(contact), 13, 15, timeMs));
  }

  /** The message that is alerted on. */
  public static Message message(String eventId, int contact, long timeMs) {
    return message(eventId, adult(contact), minor(contact), STAGES, timeMs);
  }

  /** A message that says nothing, between any two accounts. */
  public static Message quiet(String eventId, String sender, String recipient, long timeMs) {
    return message(eventId, sender, recipient, List.of(), timeMs);
  }

  private static Message message(
      String eventId, String sender, String recipient, List<Signal> signals, long timeMs) {
    return Message.newBuilder()
        .setEventId(eventId)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setSender(sender)
        .setRecipients(List.of(recipient))
        .setChannel(Channel.DIRECT)
        .setSignals(signals)
        .build();
  }

  private static SessionEvent age(String account, int min, int max, long timeMs) {
    return SessionEvent.newBuilder()
        .setEventId("age of " + account)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAccount(account)
        .setKind(SessionKind.AGE_SIGNAL)
        .setAge(
            AgeStatement.newBuilder().setMin(min).setMax(max).setSource(AgeSource.VERIFIED).build())
        .build();
  }

  private static String adult(int contact) {
    return "adult" + contact;
  }

  private static String minor(int contact) {
    return "minor" + contact;
  }
}
