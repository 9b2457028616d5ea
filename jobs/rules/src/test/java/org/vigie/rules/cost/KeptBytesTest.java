package org.vigie.rules.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.FoldSettings;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.Output;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.EffectiveTime;
import org.vigie.core.route.Router;
import org.vigie.core.run.Stops;
import org.vigie.rules.bundle.ShippedRules;

/** The bytes that a cost is predicted by are those that state really takes, to a quarter. */
class KeptBytesTest {
  private static final long BEGIN_MS = 1_719_273_600_000L;
  private static final String ACTOR = "account-00000000";
  private static final Set<RuleCost.Kept> AT_LINKS =
      EnumSet.of(
          RuleCost.Kept.REPORTS,
          RuleCost.Kept.DEVICE_ACCOUNTS,
          RuleCost.Kept.TRACES,
          RuleCost.Kept.AFTERMATHS,
          RuleCost.Kept.RETURNS);
  private static final int FEW = 4;
  private static final int MANY = 14;

  @Test
  void entriesTakeTheBytesThatArePredicted() {
    for (RuleCost.Kept kept : RuleCost.Kept.values()) {
      StopName stop = AT_LINKS.contains(kept) ? StopName.LINKS : StopName.SENDER;
      long few = largest(stop, events(kept, FEW));
      long many = largest(stop, events(kept, MANY));
      double entryBytes = (double) (many - few) / (MANY - FEW);

      assertThat(entryBytes)
          .as("%s", kept)
          .isBetween(0.75 * kept.entryBytes(), 1.25 * kept.entryBytes());
    }
  }

  private static List<RecordedEvent> events(RuleCost.Kept kept, int entries) {
    List<RecordedEvent> events = new ArrayList<>();
    for (int i = 0; i < entries; i++) {
      String other = "account-%08d".formatted(i + 1);
      long timeMs = BEGIN_MS + i * 600_000L;
      SignalCode[] codes = {SignalCode.FLATTERY, SignalCode.SECRECY, SignalCode.AGE_PROBE};
      switch (kept) {
        case CONTACTS -> events.add(message("message-%08d".formatted(i), ACTOR, other, timeMs));
        case CODED_PAIRS -> {
          // The other opened the pair, so that only the codes are new state of the actor.
          events.add(message("opening-%08d".formatted(i), other, ACTOR, timeMs - 1));
          events.add(message("message-%08d".formatted(i), ACTOR, other, timeMs, codes));
        }
        case SIGNED_PAIRS -> {
          events.add(message("opening-%08d".formatted(i), other, ACTOR, timeMs - 1));
          String id = "message-%08d".formatted(i);
          events.add(message(id, ACTOR, other, timeMs, SignalCode.PRICE));
        }
        case ROOM_POSTS -> events.add(inRoom("message-%08d".formatted(i), timeMs, false));
        case KNOWN_MEDIA -> events.add(inRoom("message-%08d".formatted(i), timeMs, true));
        case DEVICE_ACCOUNTS -> {
          String id = "session-%08d".formatted(i);
          events.add(session(id, other, SessionEvent.Kind.SIGNED_IN, timeMs));
        }
        case TRACES -> {
          String id = "session-%08d".formatted(i);
          events.add(session(id, other, SessionEvent.Kind.ROOM_JOINED, timeMs));
        }
        case AFTERMATHS -> events.addAll(aftermath(i, other, timeMs));
        case RETURNS -> events.addAll(comeback(i, other, timeMs));
        case REPORTS -> {
          events.add(message("message-%08d".formatted(i), other, ACTOR, timeMs));
          events.add(report("report--%08d".formatted(i), other, timeMs + 1));
        }
      }
    }
    return events;
  }

  /** A meeting after which the other blocks the actor; a message much later fires the deadline. */
  private static List<RecordedEvent> aftermath(int i, String other, long timeMs) {
    Meeting meeting =
        new Meeting(Unknown.ID, Meeting.Status.PROPOSED, Unknown.ID, timeMs + 3_600_000L, false);
    RecordedEvent proposal =
        withMeeting(message("message-%08d".formatted(i), ACTOR, other, timeMs), meeting);
    Interaction block =
        new Interaction(
            "block---%08d".formatted(i),
            "c1",
            timeMs + 7_200_000L,
            other,
            ACTOR,
            Interaction.Kind.BLOCK,
            Unknown.INT,
            Report.NONE);
    return List.of(
        proposal,
        recorded(block),
        message("later---%08d".formatted(i), ACTOR, other, timeMs + 360_000_000L));
  }

  /** The actor contacts one whom an account had contacted that was banned for it. */
  private static List<RecordedEvent> comeback(int i, String other, long timeMs) {
    String banned = "banned--%08d".formatted(i);
    return List.of(
        message("first---%08d".formatted(i), banned, other, timeMs),
        message("answer--%08d".formatted(i), other, banned, timeMs + 1),
        session("ban-----%08d".formatted(i), banned, SessionEvent.Kind.BANNED, timeMs + 2),
        message("message-%08d".formatted(i), ACTOR, other, timeMs + 3));
  }

  private static RecordedEvent recorded(Event event) {
    return new RecordedEvent(event, event.timeMs(), new Position("vigie.messages", 3, 123_456));
  }

  private static RecordedEvent message(
      String id, String from, String to, long timeMs, SignalCode... codes) {
    List<Signal> signals = new ArrayList<>();
    for (SignalCode code : codes) {
      signals.add(new Signal(code, 0.9, Unknown.INT, Unknown.INT));
    }
    return recorded(
        new Message(
            id,
            "c1",
            timeMs,
            from,
            List.of(to),
            List.of(0),
            Unknown.ID,
            Message.Channel.DIRECT,
            signals,
            Meeting.NONE,
            List.of(),
            List.of(),
            false,
            0,
            Message.ContactOrigin.UNKNOWN));
  }

  private static RecordedEvent withMeeting(RecordedEvent plain, Meeting meeting) {
    Message message = (Message) plain.event();
    return recorded(
        new Message(
            message.eventId(),
            message.community(),
            message.timeMs(),
            message.actor(),
            message.recipients(),
            message.recipientMutualContacts(),
            message.room(),
            message.channel(),
            message.signals(),
            meeting,
            message.media(),
            message.links(),
            message.fingerprinted(),
            message.textFingerprint(),
            message.contactOrigin()));
  }

  /** A message of the actor in a room: with a code, or with a media item that a list knows. */
  private static RecordedEvent inRoom(String id, long timeMs, boolean withMedia) {
    ListMatch match = new ListMatch("list-000", true, ListMatch.Method.EXACT);
    Message message =
        new Message(
            id,
            "c1",
            timeMs,
            ACTOR,
            List.of(),
            List.of(),
            "room-000",
            Message.Channel.ROOM,
            withMedia
                ? List.of()
                : List.of(new Signal(SignalCode.PRICE, 0.9, Unknown.INT, Unknown.INT)),
            Meeting.NONE,
            withMedia ? List.of(new Media("hash-" + id, Media.Kind.IMAGE, match)) : List.of(),
            List.of(),
            false,
            0,
            Message.ContactOrigin.UNKNOWN);
    return new RecordedEvent(message, timeMs, new Position("vigie.messages", 3, 123_456));
  }

  private static RecordedEvent session(
      String id, String account, SessionEvent.Kind kind, long timeMs) {
    boolean joins = kind == SessionEvent.Kind.ROOM_JOINED;
    boolean isBan = kind == SessionEvent.Kind.BANNED;
    SessionEvent session =
        new SessionEvent(
            id,
            "c1",
            timeMs,
            account,
            kind,
            SessionEvent.AccountKind.HUMAN,
            joins || isBan ? Unknown.ID : "device-0000",
            SessionEvent.DeviceKind.PERSONAL,
            SessionEvent.NetworkKind.RESIDENTIAL,
            Unknown.ID,
            AgeClaim.NONE,
            SessionEvent.Role.NONE,
            SessionEvent.RoleSource.NONE,
            Unknown.ID,
            joins ? "room-000" : Unknown.ID,
            List.of(),
            isBan ? "GROOMING" : Unknown.ID,
            Unknown.TIME);
    return new RecordedEvent(session, timeMs, new Position("vigie.sessions", 3, 123_456));
  }

  private static RecordedEvent report(String id, String by, long timeMs) {
    Report report = new Report(Report.Category.ROBBERY, Unknown.TIME, Unknown.ID, Unknown.ID);
    Interaction interaction =
        new Interaction(id, "c1", timeMs, by, ACTOR, Interaction.Kind.REPORT, Unknown.INT, report);
    return new RecordedEvent(interaction, timeMs, new Position("vigie.interactions", 3, 123_456));
  }

  /** Bytes of the largest state of a stop after everything has settled. */
  private static long largest(StopName wanted, List<RecordedEvent> events) {
    Tags tags = new Tags(0);
    Router router = new Router(tags);
    FoldContext context =
        new FoldContext(
            FoldSettings.DEFAULT, new RuleHistory(ShippedRules.ruleSet()), new FoldCounters());
    Map<StopName, Map<Key, KeyFold<?>>> folds = new HashMap<>();
    Deque<Input> queue = new ArrayDeque<>();
    KeyFold.Sink sink =
        new KeyFold.Sink() {
          @Override
          public void send(Input output) {
            queue.add(output);
          }

          @Override
          public void settled(Output output) {}
        };
    long settledMs = 0;
    for (RecordedEvent event : events) {
      queue.addAll(router.route(event, EffectiveTime.of(event)));
      settledMs = event.recordedMs() + 3_600_000L;
      while (!queue.isEmpty()) {
        Input input = queue.remove();
        if (!input.stop().isEnd()) {
          folds
              .computeIfAbsent(input.stop(), stop -> new HashMap<>())
              .computeIfAbsent(
                  input.key(),
                  key -> new KeyFold<>(Stops.of(input.stop(), tags), key, context, null))
              .onInput(input, Long.MIN_VALUE, sink);
        }
      }
    }
    long largest = 0;
    for (KeyFold<?> fold : folds.getOrDefault(wanted, Map.of()).values()) {
      byte[] stored = fold.store(settledMs, sink);
      largest = Math.max(largest, stored == null ? 0 : stored.length);
    }
    return largest;
  }
}
