package org.vigie.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.alert.Harm;
import org.vigie.alert.SubjectKind;
import org.vigie.event.ContactOrigin;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.NetworkKind;
import org.vigie.event.Signal;
import org.vigie.simulator.truth.PlantedCase;

/**
 * An adult talks one minor, step by step and over days, into a meeting that nobody is to know of.
 * The meeting is the harm.
 */
final class GroomingStory implements Story {
  private static final long MINUTE_MS = 60_000L;
  private static final long HOUR_MS = 60 * MINUTE_MS;

  /** What such conversations pass through on the way, some of it. */
  private static final List<String> ON_THE_WAY =
      List.of("LOCATION_PROBE", "GUARDIAN_PROBE", "ISOLATION", "GIFT_OFFER", "PLATFORM_MOVE");

  @Override
  public int newcomers() {
    return 1;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("grooming");
    PopulationSettings settings = town.settings();
    int firstDay = dice.between(1, 3);
    long createdMs = settings.startMs() - dice.between(10L, 60L) * 24 * HOUR_MS;
    Person adult = town.newcomer(dice.between(26, 55), createdMs, Rhythm.WORKER);
    Person minor = town.castOne(who -> who.looksMinor() && who.ageYears() <= 15);
    journal.introduce(adult);
    int days = dice.between(3, 5);
    for (int day = firstDay; day <= firstDay + days; day++) {
      Devices.signIn(journal, adult, settings.dayMs(day) + 15 * HOUR_MS, NetworkKind.RESIDENTIAL);
    }
    Talk talk = new Talk(town, journal, dice, adult, minor);
    long lastMs = talk.lead(settings, firstDay, days);
    long meetingMs = settings.dayMs(firstDay + days + 1) + dice.between(13L, 17L) * HOUR_MS;
    talk.propose(lastMs, meetingMs);
    truth.planted(
        new PlantedCase(
            "grooming",
            "G2",
            Harm.GROOMING,
            SubjectKind.ACCOUNT,
            adult.id(),
            Set.of(adult.id()),
            Set.of(minor.id()),
            OptionalLong.of(meetingMs),
            Optional.empty()));
  }

  /** The conversation of the two. */
  private record Talk(Town town, Journal journal, Dice dice, Person adult, Person minor) {
    /**
     * Goes through the steps, spread over evenings.
     *
     * @return when the last message was sent
     */
    long lead(PopulationSettings settings, int firstDay, int days) {
      Codes codes = new Codes(dice.forPurpose("codes"));
      List<String> steps = steps();
      long timeMs = 0;
      int step = 0;
      for (int day = 0; day <= days; day++) {
        timeMs =
            Math.max(timeMs, settings.dayMs(firstDay + day) + dice.between(16L, 19L) * HOUR_MS);
        int until = steps.size() * (day + 1) / (days + 1);
        timeMs = smallTalk(timeMs, day == 0);
        while (step < until) {
          timeMs = say(adult, minor, timeMs, codes.of(steps.get(step)));
          if (steps.get(step).equals("AGE_PROBE")) {
            timeMs = say(minor, adult, timeMs, codes.disclosing(minor.ageYears()));
          }
          timeMs = smallTalk(timeMs, false);
          step++;
        }
      }
      return timeMs;
    }

    private List<String> steps() {
      List<String> steps = new ArrayList<>(List.of("FLATTERY", "AGE_PROBE"));
      steps.addAll(dice.some(ON_THE_WAY, dice.between(2, 4)));
      steps.add("SECRECY");
      return steps;
    }

    private long smallTalk(long startMs, boolean first) {
      long timeMs = startMs;
      for (int left = dice.between(2, 6); left > 0; left--) {
        Message.Builder message = journal.direct(adult, minor, timeMs);
        if (first && timeMs == startMs) {
          message.setContactOrigin(ContactOrigin.ROOM);
        }
        journal.write(message);
        timeMs += dice.between(20_000L, 6 * MINUTE_MS);
        journal.write(journal.direct(minor, adult, timeMs));
        timeMs += dice.between(20_000L, 6 * MINUTE_MS);
      }
      return timeMs;
    }

    private long say(Person from, Person to, long timeMs, List<Signal> signals) {
      journal.write(journal.direct(from, to, timeMs).setSignals(signals));
      return timeMs + dice.between(20_000L, 6 * MINUTE_MS);
    }

    void propose(long timeMs, long meetingMs) {
      Codes codes = new Codes(dice.forPurpose("meeting"));
      Meeting.Builder meeting =
          Meeting.newBuilder()
              .setId("outing-1")
              .setStatus(MeetingStatus.PROPOSED)
              .setPlace(town.token("cell"))
              .setPublicPlace(false)
              .setTime(meetingMs);
      journal.write(
          journal
              .direct(adult, minor, timeMs)
              .setSignals(codes.of("MEETING_PROPOSAL", "COME_ALONE"))
              .setMeeting(meeting.build()));
      meeting.setStatus(MeetingStatus.ACCEPTED);
      journal.write(
          journal
              .direct(minor, adult, timeMs + dice.between(MINUTE_MS, HOUR_MS))
              .setMeeting(meeting.build()));
    }
  }
}
