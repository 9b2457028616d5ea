package org.vigie.cli.demo;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
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

/**
 * Events that mean nothing and only say what time it is: a partition without events would hold
 * event time back. On a real platform the log's clock goes on by itself. They live in a community
 * of their own, so that nothing is ever joined with them.
 */
final class Heartbeats {
  private static final String COMMUNITY = "heartbeat";
  private static final String NOBODY = "nobody";
  private static final String NO_ALERT = "00000000-0000-0000-0000-000000000000";

  private Heartbeats() {}

  /** One for a partition at a time. */
  static ContractRecord at(long timeMs, TopicPartition partition) {
    String id = "beat-" + partition.partition() + "-" + timeMs;
    return switch (partition.topic()) {
      case Topics.MESSAGES ->
          Message.newBuilder()
              .setEventId(id)
              .setCommunity(COMMUNITY)
              .setTime(timeMs)
              .setSender(NOBODY)
              .setRecipients(List.of())
              .setChannel(Channel.ROOM)
              .setRoom(NOBODY)
              .build();
      case Topics.SESSIONS ->
          SessionEvent.newBuilder()
              .setEventId(id)
              .setCommunity(COMMUNITY)
              .setTime(timeMs)
              .setAccount(NOBODY)
              .setKind(SessionKind.SIGNED_OUT)
              .build();
      case Topics.INTERACTIONS ->
          // With oneself: it changes nothing.
          Interaction.newBuilder()
              .setEventId(id)
              .setCommunity(COMMUNITY)
              .setTime(timeMs)
              .setActor(NOBODY)
              .setTarget(NOBODY)
              .setKind(InteractionKind.UNFOLLOW)
              .build();
      case Topics.REVIEWS ->
          // Of an alert that there is not: it changes nothing.
          Review.newBuilder()
              .setEventId(id)
              .setCommunity(COMMUNITY)
              .setTime(timeMs)
              .setAlertId(NO_ALERT)
              .setReviewer(NOBODY)
              .setDecision(ReviewDecision.NEEDS_MORE)
              .build();
      default -> throw new IllegalArgumentException(partition + " holds no events");
    };
  }
}
