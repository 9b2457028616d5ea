package org.vigie.core.run;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Message.Channel;
import org.vigie.core.event.Message.ContactOrigin;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;

/** Short ways to write events of one community, recorded when they happen. */
final class Events {
  private Events() {}

  static RecordedEvent message(
      String id, String sender, String recipient, long timeMs, SignalCode... codes) {
    return message(id, sender, recipient, timeMs, Meeting.NONE, codes);
  }

  static RecordedEvent meeting(
      String id, String sender, String recipient, long timeMs, long meetingMs, String place) {
    Meeting meeting = new Meeting("", Meeting.Status.PROPOSED, place, meetingMs, false);
    return message(id, sender, recipient, timeMs, meeting);
  }

  private static RecordedEvent message(
      String id,
      String sender,
      String recipient,
      long timeMs,
      Meeting meeting,
      SignalCode... codes) {
    List<Signal> signals = new ArrayList<>();
    for (SignalCode code : codes) {
      signals.add(new Signal(code, 0.9, Unknown.INT, Unknown.INT));
    }
    return recorded(
        new Message(
            id,
            "c1",
            timeMs,
            sender,
            List.of(recipient),
            List.of(0),
            Unknown.ID,
            Channel.DIRECT,
            signals,
            meeting,
            List.of(),
            List.of(),
            false,
            0,
            ContactOrigin.UNKNOWN));
  }

  static RecordedEvent age(
      String id, String account, long timeMs, int min, int max, AgeClaim.Source source) {
    AgeClaim age = new AgeClaim(min, max, source);
    return session(id, account, timeMs, SessionEvent.Kind.AGE_SIGNAL, Unknown.ID, age);
  }

  static RecordedEvent signIn(String id, String account, long timeMs, String device) {
    return session(id, account, timeMs, SessionEvent.Kind.SIGNED_IN, device, AgeClaim.NONE);
  }

  private static RecordedEvent session(
      String id, String account, long timeMs, SessionEvent.Kind kind, String device, AgeClaim age) {
    return recorded(
        new SessionEvent(
            id,
            "c1",
            timeMs,
            account,
            kind,
            SessionEvent.AccountKind.HUMAN,
            device,
            SessionEvent.DeviceKind.PERSONAL,
            SessionEvent.NetworkKind.RESIDENTIAL,
            Unknown.ID,
            age,
            SessionEvent.Role.NONE,
            SessionEvent.RoleSource.NONE,
            Unknown.ID,
            Unknown.ID,
            List.of(),
            Unknown.ID,
            Unknown.TIME));
  }

  static RecordedEvent report(
      String id, String reporter, String reported, long timeMs, Report.Category category) {
    return recorded(
        new Interaction(
            id,
            "c1",
            timeMs,
            reporter,
            reported,
            Interaction.Kind.REPORT,
            Unknown.INT,
            new Report(category, Unknown.TIME, Unknown.ID, Unknown.ID)));
  }

  static RecordedEvent household(String id, String account, String other, long timeMs) {
    SessionEvent plain =
        (SessionEvent)
            session(
                    id,
                    account,
                    timeMs,
                    SessionEvent.Kind.HOUSEHOLD_LINKED,
                    Unknown.ID,
                    AgeClaim.NONE)
                .event();
    return recorded(
        new SessionEvent(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            plain.kind(),
            plain.accountKind(),
            plain.device(),
            plain.deviceKind(),
            plain.networkKind(),
            plain.place(),
            plain.age(),
            plain.role(),
            plain.roleSource(),
            other,
            plain.room(),
            plain.signals(),
            plain.banReason(),
            plain.banUntilMs()));
  }

  static RecordedEvent needsMore(String id, String reviewer, String alertId, long timeMs) {
    return recorded(
        new Review(
            id, "c1", timeMs, reviewer, alertId, Review.Decision.NEEDS_MORE, "", Unknown.TIME));
  }

  static RecordedEvent recorded(Event event) {
    return new RecordedEvent(event, event.timeMs(), new Position("vigie.messages", 0, 0));
  }
}
