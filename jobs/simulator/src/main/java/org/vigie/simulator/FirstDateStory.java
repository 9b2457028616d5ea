package org.vigie.simulator;

import java.util.List;
import java.util.Set;
import org.vigie.event.ContactOrigin;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.NetworkKind;
import org.vigie.simulator.truth.LookAlike;

/**
 * Two adults whom the platform matched: an account of yesterday, an evening of messages, a meeting
 * the same night in a private place, then silence. That is how dates go.
 */
final class FirstDateStory implements Story {
  private static final long HOUR_MS = 3_600_000L;
  private static final long MINUTE_MS = 60_000L;

  @Override
  public int newcomers() {
    return 1;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("first date");
    Codes codes = new Codes(dice.forPurpose("codes"));
    long dayMs = town.settings().dayMs(dice.between(2, town.settings().days() - 3));
    Person newOne =
        town.newcomer(
            dice.between(21, 40),
            dayMs - dice.between(4 * HOUR_MS, 20 * HOUR_MS),
            Rhythm.NIGHT_OWL);
    Person date = town.castOne(who -> who.ageYears() >= 20 && who.ageYears() <= 45);
    journal.introduce(newOne);
    Devices.signIn(journal, newOne, dayMs + 16 * HOUR_MS, NetworkKind.MOBILE);
    long timeMs = dayMs + dice.between(17 * HOUR_MS, 19 * HOUR_MS);
    for (int left = dice.between(6, 14); left > 0; left--) {
      journal.write(
          journal
              .direct(newOne, date, timeMs)
              .setContactOrigin(ContactOrigin.MATCHED)
              .setSignals(dice.chance(0.3) ? codes.of("FLATTERY") : List.of()));
      timeMs += dice.between(20_000L, 5 * MINUTE_MS);
      journal.write(
          journal
              .direct(date, newOne, timeMs)
              .setSignals(dice.chance(0.2) ? codes.of("CONTACT_EXCHANGE") : List.of()));
      timeMs += dice.between(20_000L, 5 * MINUTE_MS);
    }
    Meeting.Builder meeting =
        Meeting.newBuilder()
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace(town.token("cell"))
            .setPublicPlace(false)
            .setTime(dayMs + dice.between(22 * 60L, 25 * 60L) * MINUTE_MS);
    journal.write(
        journal
            .direct(newOne, date, timeMs)
            .setSignals(codes.of("MEETING_PROPOSAL", "COME_ALONE"))
            .setMeeting(meeting.build()));
    meeting.setStatus(MeetingStatus.ACCEPTED);
    journal.write(journal.direct(date, newOne, timeMs + 90_000L).setMeeting(meeting.build()));
    truth.lookAlike(
        new LookAlike(
            "first date",
            Set.of(newOne.id(), date.id()),
            "new account, same night, private place, then silence"));
  }
}
