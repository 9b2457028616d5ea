package org.vigie.chaos.stream;

import org.jspecify.annotations.Nullable;
import org.vigie.chaos.stream.Towns.TownEvent;
import org.vigie.event.Interaction;
import org.vigie.event.Meeting;
import org.vigie.event.Message;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.ContractRecord;
import org.vigie.simulator.SimulatedEvent;

/** Moves a simulated event to the time at which it is really sent, and all its times with it. */
final class Retimed {
  private Retimed() {}

  /**
   * The event as if it had been recorded at a time, in its town's community.
   *
   * @param nowMs epoch milliseconds
   */
  static ContractRecord at(TownEvent ofTown, long nowMs) {
    SimulatedEvent event = ofTown.event();
    String community = ofTown.community();
    long byMs = nowMs - event.recordedMs();
    ContractRecord record = event.record();
    if (record instanceof Message message) {
      return Message.newBuilder(message)
          .setCommunity(community)
          .setTime(message.getTime() + byMs)
          .setMeeting(meeting(message.getMeeting(), byMs))
          .build();
    }
    if (record instanceof SessionEvent session) {
      return SessionEvent.newBuilder(session)
          .setCommunity(community)
          .setTime(session.getTime() + byMs)
          .build();
    }
    if (record instanceof Interaction interaction) {
      return Interaction.newBuilder(interaction)
          .setCommunity(community)
          .setTime(interaction.getTime() + byMs)
          .build();
    }
    Review review = (Review) record;
    return Review.newBuilder(review)
        .setCommunity(community)
        .setTime(review.getTime() + byMs)
        .build();
  }

  private static @Nullable Meeting meeting(@Nullable Meeting meeting, long byMs) {
    if (meeting == null || meeting.getTime() == null) {
      return meeting;
    }
    return Meeting.newBuilder(meeting).setTime(meeting.getTime() + byMs).build();
  }
}
