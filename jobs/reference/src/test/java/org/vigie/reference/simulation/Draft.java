package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Link;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.Unknown;

/** An event that still lacks its identity and time. The same of both gives the same event. */
@FunctionalInterface
interface Draft {
  Event at(Stamp stamp);

  /**
   * What makes an event of a draft.
   *
   * @param saidMs what times that the event names are counted from
   */
  record Stamp(String eventId, String community, long timeMs, long saidMs) {
    Stamp in(String other) {
      return new Stamp(eventId, other, timeMs, saidMs);
    }

    /** For a copy, which names the same times. */
    Stamp at(long otherMs) {
      return new Stamp(eventId, community, otherMs, saidMs);
    }
  }

  /** A message, built in any order. */
  final class OfMessage implements Draft {
    private final String sender;
    private final List<String> recipients;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private String room = "room";
    private Message.Channel channel = Message.Channel.DIRECT;
    private Message.ContactOrigin origin = Message.ContactOrigin.UNKNOWN;
    private int mutualContacts;
    private Meeting meeting = Meeting.NONE;
    private long meetingInMs = Unknown.TIME;
    private boolean fingerprinted;
    private long fingerprint;

    OfMessage(String sender, List<String> recipients) {
      this.sender = sender;
      this.recipients = recipients;
    }

    OfMessage over(Message.Channel over) {
      channel = over;
      return this;
    }

    OfMessage from(Message.ContactOrigin contactOrigin) {
      origin = contactOrigin;
      return this;
    }

    OfMessage mutual(int contacts) {
      mutualContacts = contacts;
      return this;
    }

    OfMessage with(Signal signal) {
      signals.add(signal);
      return this;
    }

    OfMessage with(Media item) {
      media.add(item);
      return this;
    }

    OfMessage with(Link link) {
      links.add(link);
      return this;
    }

    /** In which room, where it goes to one. */
    OfMessage in(String named) {
      room = named;
      return this;
    }

    /** With a text of that fingerprint. */
    OfMessage saying(long textFingerprint) {
      fingerprinted = true;
      fingerprint = textFingerprint;
      return this;
    }

    /** A meeting so long after the message; {@link Unknown#TIME} for a meeting without time. */
    OfMessage about(Meeting untimed, long inMs) {
      meeting = untimed;
      meetingInMs = inMs;
      return this;
    }

    @Override
    public Event at(Stamp stamp) {
      boolean inRoom = channel == Message.Channel.ROOM;
      List<String> named = inRoom ? List.of() : recipients;
      List<Integer> mutual = new ArrayList<>();
      for (int i = 0; i < named.size(); i++) {
        mutual.add(mutualContacts);
      }
      return new Message(
          stamp.eventId(),
          stamp.community(),
          stamp.timeMs(),
          sender,
          named,
          mutual,
          inRoom ? room : Unknown.ID,
          channel,
          signals,
          timed(stamp.saidMs()),
          media,
          links,
          fingerprinted,
          fingerprint,
          origin);
    }

    private Meeting timed(long saidMs) {
      long timeMs = meetingInMs == Unknown.TIME ? Unknown.TIME : saidMs + meetingInMs;
      return new Meeting(
          meeting.id(), meeting.status(), meeting.place(), timeMs, meeting.publicPlace());
    }
  }

  /** A session event, built in any order. */
  final class OfSession implements Draft {
    private final String account;
    private final SessionEvent.Kind kind;
    private SessionEvent.AccountKind accountKind = SessionEvent.AccountKind.UNKNOWN;
    private String device = Unknown.ID;
    private SessionEvent.DeviceKind deviceKind = SessionEvent.DeviceKind.UNKNOWN;
    private SessionEvent.NetworkKind network = SessionEvent.NetworkKind.UNKNOWN;
    private AgeClaim age = AgeClaim.NONE;
    private SessionEvent.Role role = SessionEvent.Role.NONE;
    private SessionEvent.RoleSource roleSource = SessionEvent.RoleSource.NONE;
    private String linkedAccount = Unknown.ID;
    private String room = Unknown.ID;
    private String banReason = Unknown.ID;
    private long banUntilInMs = Unknown.TIME;

    OfSession(String account, SessionEvent.Kind kind) {
      this.account = account;
      this.kind = kind;
    }

    OfSession as(SessionEvent.AccountKind known) {
      accountKind = known;
      return this;
    }

    OfSession on(
        String token, SessionEvent.DeviceKind ofKind, SessionEvent.NetworkKind networkKind) {
      device = token;
      deviceKind = ofKind;
      network = networkKind;
      return this;
    }

    OfSession aged(AgeClaim claim) {
      age = claim;
      return this;
    }

    OfSession in(SessionEvent.Role asserted, SessionEvent.RoleSource source) {
      role = asserted;
      roleSource = source;
      return this;
    }

    OfSession with(String account) {
      linkedAccount = account;
      return this;
    }

    OfSession entering(String named) {
      room = named;
      return this;
    }

    /** Until so long after the event; {@link Unknown#TIME} for a ban without an end. */
    OfSession banned(String reason, long untilInMs) {
      banReason = reason;
      banUntilInMs = untilInMs;
      return this;
    }

    @Override
    public Event at(Stamp stamp) {
      return new SessionEvent(
          stamp.eventId(),
          stamp.community(),
          stamp.timeMs(),
          account,
          kind,
          accountKind,
          device,
          deviceKind,
          network,
          Unknown.ID,
          age,
          role,
          roleSource,
          linkedAccount,
          room,
          List.of(),
          banReason,
          banUntilInMs == Unknown.TIME ? Unknown.TIME : stamp.saidMs() + banUntilInMs);
    }
  }

  /** What an event says of its account's age. */
  static Draft age(String account, AgeClaim claim) {
    return new OfSession(account, SessionEvent.Kind.AGE_SIGNAL).aged(claim);
  }

  /** An interaction other than a report. */
  static Draft act(String actor, String target, Interaction.Kind kind, int mutualContacts) {
    return stamp ->
        new Interaction(
            stamp.eventId(),
            stamp.community(),
            stamp.timeMs(),
            actor,
            target,
            kind,
            mutualContacts,
            Report.NONE);
  }

  /** A report. */
  static Draft report(String actor, String target, Report report) {
    return stamp ->
        new Interaction(
            stamp.eventId(),
            stamp.community(),
            stamp.timeMs(),
            actor,
            target,
            Interaction.Kind.REPORT,
            Unknown.INT,
            report);
  }

  /**
   * A review of an alert that is known by what it is about.
   *
   * @param snoozeMs how long after the review, {@link Unknown#TIME} if not said
   */
  static Draft review(String reviewer, Target target, Review.Decision decision, long snoozeMs) {
    return stamp ->
        new Review(
            stamp.eventId(),
            stamp.community(),
            stamp.timeMs(),
            reviewer,
            target.alertId(stamp.community()),
            decision,
            "",
            snoozeMs == Unknown.TIME ? Unknown.TIME : stamp.saidMs() + snoozeMs);
  }
}
