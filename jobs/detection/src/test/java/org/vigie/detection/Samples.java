package org.vigie.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.vigie.core.event.SignalCode;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.ListMatch;
import org.vigie.event.MatchMethod;
import org.vigie.event.Media;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.Report;
import org.vigie.event.ReportCategory;
import org.vigie.event.Review;
import org.vigie.event.ReviewDecision;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.event.Signal;

/** Short ways to write events, and a small platform on which each of the first rules fires. */
public final class Samples {
  /** A day in June 2024. */
  public static final long START_MS = 1_719_345_600_000L;

  private static final long HOUR_MS = 3_600_000L;
  private static final String COMMUNITY = "c1";
  private static final List<SignalCode> CODES = List.of(SignalCode.values());

  private Samples() {}

  /** A direct message with signals. */
  public static Message message(
      String id, String sender, String recipient, long timeMs, SignalCode... codes) {
    List<Signal> signals = new ArrayList<>();
    for (SignalCode code : codes) {
      signals.add(Signal.newBuilder().setCode(code.name()).setScore(0.9).build());
    }
    return bare(id, sender, recipient, timeMs).setSignals(signals).build();
  }

  /** A direct message that proposes a meeting. */
  public static Message proposal(
      String id, String sender, String recipient, long timeMs, long meetingMs) {
    Meeting meeting =
        Meeting.newBuilder()
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace("cell-" + sender)
            .setTime(meetingMs)
            .build();
    return bare(id, sender, recipient, timeMs).setMeeting(meeting).build();
  }

  /** A direct message with a file that a verified list knows. */
  public static Message matched(String id, String sender, String recipient, long timeMs) {
    ListMatch match =
        ListMatch.newBuilder()
            .setList("verified-1")
            .setVerified(true)
            .setMethod(MatchMethod.EXACT)
            .build();
    Media media = Media.newBuilder().setHash("9f").setMatch(match).build();
    return bare(id, sender, recipient, timeMs).setMedia(List.of(media)).build();
  }

  /** An age statement about an account. */
  public static SessionEvent age(String id, String account, long timeMs, int min, int max) {
    AgeSource source = min >= 18 ? AgeSource.VERIFIED : AgeSource.GUARDIAN;
    AgeStatement age = AgeStatement.newBuilder().setMin(min).setMax(max).setSource(source).build();
    return session(id, account, timeMs, SessionKind.AGE_SIGNAL).setAge(age).build();
  }

  /** A sign-in on a device. */
  public static SessionEvent signIn(String id, String account, long timeMs, String device) {
    return session(id, account, timeMs, SessionKind.SIGNED_IN).setDevice(device).build();
  }

  /** A report of a robbery. */
  public static Interaction robbery(String id, String reporter, String reported, long timeMs) {
    return Interaction.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setActor(reporter)
        .setTarget(reported)
        .setKind(InteractionKind.REPORT)
        .setReport(Report.newBuilder().setCategory(ReportCategory.ROBBERY).build())
        .build();
  }

  /** A review of an alert that nobody knows. */
  public static Review review(String id, long timeMs) {
    return Review.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAlertId("1f0d2b3c-0000-5000-8000-000000000000")
        .setReviewer("r1")
        .setDecision(ReviewDecision.DISMISSED)
        .build();
  }

  /** Some hundred events among which G1, G2, A4 and M1 each fire, in no order. */
  public static List<SpecificRecord> platform(long seed) {
    Random random = new Random(seed);
    List<SpecificRecord> events = new ArrayList<>(grooming());
    events.addAll(ambush());
    events.add(age("age-x", "uploader", START_MS, 40, 40));
    events.add(matched("x1", "uploader", "friend", START_MS + 7 * HOUR_MS));
    for (int i = 0; i < 300; i++) {
      String sender = "u" + random.nextInt(20);
      String recipient = "u" + random.nextInt(20);
      long timeMs = START_MS + random.nextInt((int) (48 * HOUR_MS));
      SignalCode code = CODES.get(random.nextInt(CODES.size()));
      events.add(message("chat" + i, sender, recipient, timeMs, code));
    }
    for (int i = 0; i < 20; i++) {
      int years = 12 + random.nextInt(30);
      events.add(age("age" + i, "u" + i, START_MS + random.nextInt(1000), years, years));
    }
    Collections.shuffle(events, random);
    return events;
  }

  private static List<SpecificRecord> grooming() {
    List<SpecificRecord> events = new ArrayList<>();
    events.add(age("a1", "adult", START_MS, 30, 30));
    for (int i = 0; i < 8; i++) {
      events.add(age("g" + i, "minor" + i, START_MS, 13, 15));
      events.add(message("o" + i, "adult", "minor" + i, START_MS + (i + 1) * HOUR_MS));
    }
    SignalCode[] codes = {
      SignalCode.FLATTERY, SignalCode.SECRECY, SignalCode.AGE_PROBE, SignalCode.MEETING_PROPOSAL
    };
    for (int i = 0; i < codes.length; i++) {
      long timeMs = START_MS + (i + 20) * HOUR_MS;
      events.add(message("m" + i, "adult", "minor0", timeMs, codes[i]));
    }
    return events;
  }

  private static List<SpecificRecord> ambush() {
    return List.of(
        signIn("s1", "lure1", START_MS, "d1"),
        signIn("s2", "lure2", START_MS + 1000, "d1"),
        proposal("p1", "lure1", "first", START_MS + HOUR_MS, START_MS + 3 * HOUR_MS),
        proposal("p2", "lure2", "next", START_MS + 2 * HOUR_MS, START_MS + 9 * HOUR_MS),
        robbery("r1", "first", "lure1", START_MS + 5 * HOUR_MS));
  }

  private static Message.Builder bare(String id, String sender, String recipient, long timeMs) {
    return Message.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setSender(sender)
        .setRecipients(List.of(recipient))
        .setChannel(Channel.DIRECT)
        .setMutualContacts(0);
  }

  private static SessionEvent.Builder session(
      String id, String account, long timeMs, SessionKind kind) {
    return SessionEvent.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setAccount(account)
        .setKind(kind);
  }
}
