package org.vigie.simulator;

import java.util.List;
import org.vigie.event.ContactOrigin;
import org.vigie.event.Media;
import org.vigie.event.MediaKind;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.Signal;

/** Conversations of people who mean no harm. */
final class Chatter {
  private static final long SECOND_MS = 1000;
  private static final long HOUR_MS = 3_600_000L;
  private static final double PICTURES = 0.03;
  private static final double FRIENDS_MEET = 0.03;
  private static final List<String> PLACES =
      List.of("cell-station", "cell-market", "cell-park", "cell-cinema", "cell-harbour");

  private final Journal journal;
  private final Town town;
  private final Dice dice;
  private final Codes codes;
  private int meetings;
  private int pictures;

  Chatter(Journal journal, Town town, Dice dice) {
    this.journal = journal;
    this.town = town;
    this.dice = dice;
    this.codes = new Codes(dice.forPurpose("codes"));
  }

  /**
   * Two people write each other in turns; friends sometimes agree to meet.
   *
   * @return when the last message was sent, epoch milliseconds
   */
  long talk(Person one, Person other, long startMs, int messages) {
    long timeMs = startMs;
    Person from = one;
    for (int left = messages; left > 0; left--) {
      Person to = from.id().equals(one.id()) ? other : one;
      Message.Builder message = journal.direct(from, to, timeMs).setSignals(smallTalk(from, to));
      if (timeMs == startMs) {
        message.setContactOrigin(origin(one, other));
      }
      attachPicture(message);
      journal.write(message);
      timeMs += pauseMs();
      from = dice.chance(0.75) ? to : from;
    }
    if (town.friends().are(one, other) && dice.chance(FRIENDS_MEET)) {
      timeMs = agreeToMeet(one, other, timeMs);
    }
    return timeMs;
  }

  /** Some members of a group write to all others of it. */
  void chat(List<Person> members, long startMs, int messages) {
    long timeMs = startMs;
    for (int left = messages; left > 0; left--) {
      Person from = dice.one(members);
      List<Person> to = members.stream().filter(who -> !who.id().equals(from.id())).toList();
      Message.Builder message = journal.group(from, to, timeMs).setSignals(codes.mistakes());
      attachPicture(message);
      journal.write(message);
      timeMs += pauseMs();
    }
  }

  /** How long people take to answer. */
  long pauseMs() {
    return dice.chance(0.8)
        ? dice.between(4 * SECOND_MS, 90 * SECOND_MS)
        : dice.between(2 * 60 * SECOND_MS, 25 * 60 * SECOND_MS);
  }

  private long agreeToMeet(Person one, Person other, long timeMs) {
    meetings++;
    Meeting.Builder meeting =
        Meeting.newBuilder()
            .setId("meeting-" + meetings)
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace(dice.one(PLACES))
            .setPublicPlace(true)
            .setTime(timeMs + dice.between(2 * HOUR_MS, 50 * HOUR_MS));
    journal.write(
        journal
            .direct(one, other, timeMs)
            .setSignals(codes.of("MEETING_PROPOSAL"))
            .setMeeting(meeting.build()));
    long answerMs = timeMs + pauseMs();
    MeetingStatus answer = dice.chance(0.8) ? MeetingStatus.ACCEPTED : MeetingStatus.REFUSED;
    journal.write(
        journal.direct(other, one, answerMs).setMeeting(meeting.setStatus(answer).build()));
    return answerMs;
  }

  private ContactOrigin origin(Person one, Person other) {
    if (town.friends().are(one, other)) {
      return ContactOrigin.INVITE;
    }
    return dice.chance(0.8) ? ContactOrigin.ROOM : ContactOrigin.SUGGESTED;
  }

  private List<Signal> smallTalk(Person from, Person to) {
    boolean sameGeneration = from.isMinor() == to.isMinor();
    if (sameGeneration && dice.chance(0.012)) {
      return codes.of("FLATTERY");
    }
    if (sameGeneration && !from.isMinor() && dice.chance(0.005)) {
      return codes.of(dice.one(List.of("CONTACT_EXCHANGE", "PLATFORM_MOVE")));
    }
    if (from.isMinor() && to.isMinor() && dice.chance(0.006)) {
      return dice.chance(0.5) ? codes.of("AGE_PROBE") : codes.disclosing(from.ageYears());
    }
    return codes.mistakes();
  }

  private void attachPicture(Message.Builder message) {
    if (dice.chance(PICTURES)) {
      pictures++;
      Media picture =
          Media.newBuilder().setHash("picture-" + pictures).setKind(MediaKind.IMAGE).build();
      message.setMedia(List.of(picture));
    }
  }
}
