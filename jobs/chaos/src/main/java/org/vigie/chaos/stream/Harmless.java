package org.vigie.chaos.stream;

import java.util.List;
import java.util.Map;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.schemas.ContractRecord;

/** One event for each topic that matters to nobody: it only lets time pass. */
final class Harmless {
  private static final String COMMUNITY = "nowhere";
  private static final String ID = "last-";

  private Harmless() {}

  /** The events by topic, at a time in epoch milliseconds. */
  static Map<String, ContractRecord> at(long timeMs) {
    return Map.of(
        Topics.MESSAGES, message(timeMs),
        Topics.SESSIONS, signIn(timeMs),
        Topics.INTERACTIONS, follow(timeMs),
        Topics.REVIEWS, review(timeMs));
  }

  private static Message message(long timeMs) {
    return Message.newBuilder()
        .setEventId(ID + timeMs)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setSender("far")
        .setRecipients(List.of("away"))
        .setChannel(Channel.DIRECT)
        .setMutualContacts(1)
        .build();
  }

  private static SessionEvent signIn(long timeMs) {
    return SessionEvent.newBuilder()
        .setEventId(ID + timeMs)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAccount("far")
        .setKind(SessionKind.SIGNED_IN)
        .build();
  }

  private static Interaction follow(long timeMs) {
    return Interaction.newBuilder()
        .setEventId(ID + timeMs)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setActor("far")
        .setTarget("away")
        .setKind(InteractionKind.FOLLOW)
        .build();
  }

  private static Review review(long timeMs) {
    return Review.newBuilder()
        .setEventId(ID + timeMs)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAlertId("1f0d2b3c-0000-5000-8000-000000000000")
        .setReviewer("nobody")
        .setDecision(ReviewDecision.NEEDS_MORE)
        .build();
  }
}
