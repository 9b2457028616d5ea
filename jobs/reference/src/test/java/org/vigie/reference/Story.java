package org.vigie.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Media;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Position;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.RuleSet;
import org.vigie.rules.bundle.ShippedRules;

/**
 * A log told in order: each call adds an event at the story's present time, with the ids e1, e2, …
 * The story begins at a midnight, so that times can be read off.
 */
final class Story {
  static final long MINUTE_MS = 60_000;
  static final long HOUR_MS = 60 * MINUTE_MS;
  static final long DAY_MS = 24 * HOUR_MS;

  /** 2024-06-25T00:00:00Z. */
  static final long BEGIN_MS = 1_719_273_600_000L;

  static final String COMMUNITY = "c1";

  /** Of the rules that ship those that the first page of readings is about. */
  static final RuleSet FIRST_RULES = only(ShippedRules.ruleSet(), "G1", "G2", "A4", "M1");

  private final List<RecordedEvent> events = new ArrayList<>();
  private String community = COMMUNITY;
  private long nowMs = BEGIN_MS;
  private long recordedAfterMs;
  private String nextId = Unknown.ID;

  private static RuleSet only(RuleSet all, String... ids) {
    return new RuleSet(
        all.features(),
        all.guards(),
        all.rules().stream().filter(rule -> List.of(ids).contains(rule.id())).toList(),
        all.ages(),
        all.effectiveFromMs(),
        all.communities(),
        all.bundle());
  }

  /** Goes to a time since the beginning. */
  Story at(long sinceBeginMs) {
    nowMs = BEGIN_MS + sinceBeginMs;
    return this;
  }

  Story after(long ms) {
    nowMs += ms;
    return this;
  }

  Story in(String community) {
    this.community = community;
    return this;
  }

  /** Gives the next event an id of its own. */
  Story id(String id) {
    nextId = id;
    return this;
  }

  /** From now on events are recorded so long after they happened; negative for before. */
  Story recordedAfter(long ms) {
    recordedAfterMs = ms;
    return this;
  }

  private Story add(Event event) {
    events.add(
        new RecordedEvent(
            event, event.timeMs() + recordedAfterMs, new Position("log", 0, events.size())));
    nextId = Unknown.ID;
    return this;
  }

  private String id() {
    return nextId.isEmpty() ? "e" + (events.size() + 1) : nextId;
  }

  // Messages.

  Story direct(String sender, String recipient, SignalCode... codes) {
    return message(new Letter(sender, recipient).codes(codes));
  }

  /** A first message to someone with whom the sender has no friend in common. */
  Story cold(String sender, String recipient, SignalCode... codes) {
    return message(new Letter(sender, recipient).mutual(0).codes(codes));
  }

  Story meeting(String sender, String recipient, Meeting meeting) {
    return message(new Letter(sender, recipient).meeting(meeting));
  }

  Story message(Letter letter) {
    return add(letter.at(id(), community, nowMs));
  }

  static Meeting meeting(Meeting.Status status, String place, long timeMs) {
    return new Meeting(Unknown.ID, status, place, timeMs, false);
  }

  static Meeting proposal(String place, long sinceBeginMs) {
    return meeting(Meeting.Status.PROPOSED, place, BEGIN_MS + sinceBeginMs);
  }

  // Interactions.

  Story interaction(String actor, String target, Interaction.Kind kind) {
    return interaction(actor, target, kind, Report.NONE);
  }

  Story report(String reporter, String reported, Report.Category category) {
    return report(reporter, reported, new Report(category, Unknown.TIME, Unknown.ID, Unknown.ID));
  }

  Story report(String reporter, String reported, Report report) {
    return interaction(reporter, reported, Interaction.Kind.REPORT, report);
  }

  private Story interaction(String actor, String target, Interaction.Kind kind, Report report) {
    return add(new Interaction(id(), community, nowMs, actor, target, kind, Unknown.INT, report));
  }

  // Account life.

  Story adult(String account) {
    return age(account, 30, 40, AgeClaim.Source.VERIFIED);
  }

  Story minor(String account) {
    return age(account, 13, 15, AgeClaim.Source.VERIFIED);
  }

  Story age(String account, int min, int max, AgeClaim.Source source) {
    Life life = new Life(account, SessionEvent.Kind.AGE_SIGNAL);
    life.age = new AgeClaim(min, max, source);
    return life(life);
  }

  Story signedIn(String account, String device) {
    Life life = new Life(account, SessionEvent.Kind.SIGNED_IN);
    life.device = device;
    return life(life);
  }

  Story household(String account, String other) {
    Life life = new Life(account, SessionEvent.Kind.HOUSEHOLD_LINKED);
    life.linkedAccount = other;
    return life(life);
  }

  Story life(Life life) {
    return add(life.at(id(), community, nowMs));
  }

  // Reviews.

  Story review(String reviewer, String alertId, Review.Decision decision) {
    return review(reviewer, alertId, decision, Unknown.TIME);
  }

  Story review(String reviewer, String alertId, Review.Decision decision, long snoozeUntilMs) {
    return add(
        new Review(id(), community, nowMs, reviewer, alertId, decision, Unknown.ID, snoozeUntilMs));
  }

  // What comes of it.

  List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  /** The latest effective time, up to which a replay settles. */
  long endMs() {
    return events.stream().mapToLong(ReferenceDetector::effectiveMs).max().orElse(Long.MIN_VALUE);
  }

  /** Every revision, with nothing later than the last event. */
  List<ReferenceAlert> revisions() {
    return revisionsUntil(endMs());
  }

  List<ReferenceAlert> revisionsUntil(long endMs) {
    return new ReferenceDetector(FIRST_RULES).settle(events, endMs);
  }

  List<ReferenceAlert> revisionsBy(RuleSet rules) {
    return new ReferenceDetector(rules).settle(events, endMs());
  }

  /** The last revision of each alert. */
  List<ReferenceAlert> alerts() {
    List<ReferenceAlert> last = new ArrayList<>();
    for (ReferenceAlert revision : revisions()) {
      if (!last.isEmpty() && last.get(last.size() - 1).alertId().equals(revision.alertId())) {
        last.remove(last.size() - 1);
      }
      last.add(revision);
    }
    return last;
  }

  Log log() {
    return new Log(Acceptance.accept(events));
  }

  Knowledge knowledge() {
    return new Knowledge(log(), ShippedRules.ruleSet().ages());
  }

  /** The present time of the story, after everything that happens at it. */
  Instant now() {
    return new Instant(nowMs, Instant.DEADLINE, "");
  }

  /** A message in the making. */
  static final class Letter {
    private final String sender;
    private final List<String> recipients;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Media> media = new ArrayList<>();
    private int mutual = Unknown.INT;
    private Message.Channel channel = Message.Channel.DIRECT;
    private Message.ContactOrigin origin = Message.ContactOrigin.UNKNOWN;
    private Meeting meeting = Meeting.NONE;

    Letter(String sender, String... recipients) {
      this.sender = sender;
      this.recipients = List.of(recipients);
    }

    Letter codes(SignalCode... codes) {
      Arrays.stream(codes).forEach(code -> signal(code, 0.9));
      return this;
    }

    Letter signal(SignalCode code, double score) {
      signals.add(new Signal(code, score, Unknown.INT, Unknown.INT));
      return this;
    }

    Letter disclosesAge(int min, int max) {
      signals.add(new Signal(SignalCode.AGE_DISCLOSURE, 0.9, min, max));
      return this;
    }

    Letter media(String hash, ListMatch match) {
      media.add(new Media(hash, Media.Kind.IMAGE, match));
      return this;
    }

    Letter mutual(int count) {
      mutual = count;
      return this;
    }

    Letter by(Message.Channel channel) {
      this.channel = channel;
      return this;
    }

    Letter from(Message.ContactOrigin origin) {
      this.origin = origin;
      return this;
    }

    Letter meeting(Meeting meeting) {
      this.meeting = meeting;
      return this;
    }

    private Message at(String id, String community, long timeMs) {
      return new Message(
          id,
          community,
          timeMs,
          sender,
          recipients,
          Collections.nCopies(recipients.size(), mutual),
          channel == Message.Channel.ROOM ? "room" : Unknown.ID,
          channel,
          signals,
          meeting,
          media,
          List.of(),
          false,
          0,
          origin);
    }
  }

  /** An event of an account's life in the making. */
  static final class Life {
    private final String account;
    private final SessionEvent.Kind kind;
    SessionEvent.AccountKind accountKind = SessionEvent.AccountKind.UNKNOWN;
    String device = Unknown.ID;
    SessionEvent.DeviceKind deviceKind = SessionEvent.DeviceKind.UNKNOWN;
    SessionEvent.NetworkKind network = SessionEvent.NetworkKind.UNKNOWN;
    AgeClaim age = AgeClaim.NONE;
    SessionEvent.Role role = SessionEvent.Role.NONE;
    SessionEvent.RoleSource roleSource = SessionEvent.RoleSource.NONE;
    String linkedAccount = Unknown.ID;

    Life(String account, SessionEvent.Kind kind) {
      this.account = account;
      this.kind = kind;
    }

    private SessionEvent at(String id, String community, long timeMs) {
      return new SessionEvent(
          id,
          community,
          timeMs,
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
          Unknown.ID,
          List.of(),
          Unknown.ID,
          Unknown.TIME);
    }
  }
}
