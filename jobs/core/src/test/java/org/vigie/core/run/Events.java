package org.vigie.core.run;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
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

  /** A proposal to meet {@code afterMs} later at a place. */
  static RecordedEvent meeting(
      String id, String sender, String recipient, long timeMs, Rendezvous rendezvous) {
    Meeting meeting =
        new Meeting(
            "", Meeting.Status.PROPOSED, rendezvous.place, timeMs + rendezvous.afterMs, false);
    Message plain = (Message) message(id, sender, recipient, timeMs).event();
    return recorded(with(plain, meeting, plain.media()));
  }

  /** A message with files that a verified list knows. */
  static RecordedEvent matched(String id, String sender, int files, long timeMs) {
    Message plain = (Message) message(id, sender, "b", timeMs).event();
    List<Media> media = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      ListMatch match = new ListMatch("list", true, ListMatch.Method.EXACT);
      media.add(new Media("hash" + i, Media.Kind.IMAGE, match));
    }
    return recorded(with(plain, plain.meeting(), media));
  }

  /** A message with a price and a fingerprint. */
  static RecordedEvent menu(String id, String sender, String recipient, long timeMs, long text) {
    Message plain = (Message) message(id, sender, recipient, timeMs, SignalCode.PRICE).event();
    return recorded(
        new Message(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            plain.recipients(),
            plain.recipientMutualContacts(),
            plain.room(),
            plain.channel(),
            plain.signals(),
            plain.meeting(),
            plain.media(),
            plain.links(),
            true,
            text,
            plain.contactOrigin()));
  }

  /** A message in a room that proposes to meet. */
  static RecordedEvent proposalInRoom(
      String id, String sender, String room, long timeMs, boolean isPublic) {
    Message plain = (Message) inRoom(id, sender, room, timeMs).event();
    Meeting meeting = new Meeting("", Meeting.Status.PROPOSED, Unknown.ID, Unknown.TIME, isPublic);
    return recorded(with(plain, meeting, plain.media()));
  }

  /** A message with a code in a room. */
  static RecordedEvent inRoom(String id, String sender, String room, long timeMs) {
    return recorded(
        new Message(
            id,
            "c1",
            timeMs,
            sender,
            List.of(),
            List.of(),
            room,
            Channel.ROOM,
            List.of(new Signal(SignalCode.PRICE, 0.9, Unknown.INT, Unknown.INT)),
            Meeting.NONE,
            List.of(),
            List.of(),
            false,
            0,
            ContactOrigin.UNKNOWN));
  }

  private static Message with(Message plain, Meeting meeting, List<Media> media) {
    return new Message(
        plain.eventId(),
        plain.community(),
        plain.timeMs(),
        plain.actor(),
        plain.recipients(),
        plain.recipientMutualContacts(),
        plain.room(),
        plain.channel(),
        plain.signals(),
        meeting,
        media,
        plain.links(),
        plain.fingerprinted(),
        plain.textFingerprint(),
        plain.contactOrigin());
  }

  /** When after the proposal, and where. */
  record Rendezvous(long afterMs, String place) {}

  static RecordedEvent message(
      String id, String sender, String recipient, long timeMs, SignalCode... codes) {
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
            Meeting.NONE,
            List.of(),
            List.of(),
            false,
            0,
            ContactOrigin.UNKNOWN));
  }

  static RecordedEvent age(String id, String account, long timeMs, AgeClaim age) {
    return recorded(session(id, account, timeMs, Unknown.ID, age));
  }

  static RecordedEvent signIn(String id, String account, long timeMs, String device) {
    return recorded(session(id, account, timeMs, device, AgeClaim.NONE));
  }

  /** A sighting on a device that joins nobody. */
  static RecordedEvent signInOnShared(String id, String account, long timeMs, String device) {
    SessionEvent plain = session(id, account, timeMs, device, AgeClaim.NONE);
    return recorded(
        new SessionEvent(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            plain.kind(),
            plain.accountKind(),
            plain.device(),
            SessionEvent.DeviceKind.SHARED,
            plain.networkKind(),
            plain.place(),
            plain.age(),
            plain.role(),
            plain.roleSource(),
            plain.linkedAccount(),
            plain.room(),
            plain.signals(),
            plain.banReason(),
            plain.banUntilMs()));
  }

  private static SessionEvent session(
      String id, String account, long timeMs, String device, AgeClaim age) {
    return new SessionEvent(
        id,
        "c1",
        timeMs,
        account,
        device.isEmpty() ? SessionEvent.Kind.AGE_SIGNAL : SessionEvent.Kind.SIGNED_IN,
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
        Unknown.TIME);
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
    SessionEvent plain = session(id, account, timeMs, Unknown.ID, AgeClaim.NONE);
    return recorded(
        new SessionEvent(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            SessionEvent.Kind.HOUSEHOLD_LINKED,
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

  static RecordedEvent joins(String id, String account, String room, long timeMs) {
    SessionEvent plain = session(id, account, timeMs, Unknown.ID, AgeClaim.NONE);
    return recorded(
        new SessionEvent(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            SessionEvent.Kind.ROOM_JOINED,
            plain.accountKind(),
            plain.device(),
            plain.deviceKind(),
            plain.networkKind(),
            plain.place(),
            plain.age(),
            plain.role(),
            plain.roleSource(),
            plain.linkedAccount(),
            room,
            plain.signals(),
            plain.banReason(),
            plain.banUntilMs()));
  }

  /** A request for erasure that states an age. */
  static RecordedEvent request(String id, String account, long timeMs, AgeClaim age) {
    return as(
        SessionEvent.Kind.ERASURE_REQUESTED,
        session(id, account, timeMs, Unknown.ID, age),
        Unknown.ID);
  }

  /** Another kind of session event. */
  static RecordedEvent life(String id, String account, SessionEvent.Kind kind, long timeMs) {
    String reason = kind == SessionEvent.Kind.BANNED ? "GROOMING" : Unknown.ID;
    return as(kind, session(id, account, timeMs, Unknown.ID, AgeClaim.NONE), reason);
  }

  private static RecordedEvent as(SessionEvent.Kind kind, SessionEvent plain, String banReason) {
    return recorded(
        new SessionEvent(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            kind,
            plain.accountKind(),
            plain.device(),
            plain.deviceKind(),
            plain.networkKind(),
            plain.place(),
            plain.age(),
            plain.role(),
            plain.roleSource(),
            plain.linkedAccount(),
            plain.room(),
            plain.signals(),
            banReason,
            plain.banUntilMs()));
  }

  /** A message to somebody with whom the sender has no friend in common. */
  static RecordedEvent cold(String id, String sender, String recipient, long timeMs) {
    Message plain = (Message) message(id, sender, recipient, timeMs).event();
    return recorded(
        new Message(
            plain.eventId(),
            plain.community(),
            plain.timeMs(),
            plain.actor(),
            plain.recipients(),
            List.of(0),
            plain.room(),
            plain.channel(),
            plain.signals(),
            plain.meeting(),
            plain.media(),
            plain.links(),
            plain.fingerprinted(),
            plain.textFingerprint(),
            plain.contactOrigin()));
  }

  static RecordedEvent block(String id, String actor, String target, long timeMs) {
    return recorded(
        new Interaction(
            id, "c1", timeMs, actor, target, Interaction.Kind.BLOCK, Unknown.INT, Report.NONE));
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
