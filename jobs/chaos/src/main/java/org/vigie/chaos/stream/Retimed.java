package org.vigie.chaos.stream;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.event.Incident;
import org.vigie.event.Interaction;
import org.vigie.event.Meeting;
import org.vigie.event.Message;
import org.vigie.event.Report;
import org.vigie.event.Review;
import org.vigie.event.SessionEvent;
import org.vigie.schemas.ContractRecord;

/** Moves a simulated event to the time at which it is really sent, and all its times with it. */
final class Retimed {
  private Retimed() {}

  /**
   * The event as if it had happened so much later, in a community of its town.
   *
   * @param moved where a moment goes to that an event only speaks of
   */
  static ContractRecord by(long byMs, ContractRecord record, String town, LongUnaryOperator moved) {
    if (record instanceof Message message) {
      return Message.newBuilder(message)
          .setCommunity(of(town, message.getCommunity()))
          .setTime(message.getTime() + byMs)
          .setMeeting(meeting(message.getMeeting(), moved))
          .build();
    }
    if (record instanceof SessionEvent session) {
      return SessionEvent.newBuilder(session)
          .setCommunity(of(town, session.getCommunity()))
          .setTime(session.getTime() + byMs)
          .build();
    }
    if (record instanceof Interaction interaction) {
      return Interaction.newBuilder(interaction)
          .setCommunity(of(town, interaction.getCommunity()))
          .setTime(interaction.getTime() + byMs)
          .setReport(report(interaction.getReport(), moved))
          .build();
    }
    Review review = (Review) record;
    return Review.newBuilder(review)
        .setCommunity(of(town, review.getCommunity()))
        .setTime(review.getTime() + byMs)
        .build();
  }

  private static String of(String town, String community) {
    return town + "-" + community;
  }

  private static @Nullable Meeting meeting(@Nullable Meeting meeting, LongUnaryOperator moved) {
    if (meeting == null || meeting.getTime() == null) {
      return meeting;
    }
    return Meeting.newBuilder(meeting).setTime(moved.applyAsLong(meeting.getTime())).build();
  }

  private static @Nullable Report report(@Nullable Report report, LongUnaryOperator moved) {
    Incident incident = report == null ? null : report.getIncident();
    if (report == null || incident == null || incident.getTime() == null) {
      return report;
    }
    Incident at =
        Incident.newBuilder(incident).setTime(moved.applyAsLong(incident.getTime())).build();
    return Report.newBuilder(report).setIncident(at).build();
  }
}
