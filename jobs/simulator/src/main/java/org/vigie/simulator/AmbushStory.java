package org.vigie.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.alert.Harm;
import org.vigie.alert.SubjectKind;
import org.vigie.event.ContactOrigin;
import org.vigie.event.Incident;
import org.vigie.event.InteractionKind;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.NetworkKind;
import org.vigie.event.Report;
import org.vigie.event.ReportCategory;
import org.vigie.event.SessionKind;
import org.vigie.simulator.truth.PlantedCase;

/**
 * One telephone, two accounts. The first lures someone to a quiet place at night, where they are
 * robbed; they report it the next morning. By then the second account has an appointment with the
 * next one, hours later. That one can still be warned.
 */
final class AmbushStory implements Story {
  private static final long MINUTE_MS = 60_000L;
  private static final long HOUR_MS = 60 * MINUTE_MS;
  private static final long DAY_MS = 24 * HOUR_MS;

  @Override
  public int newcomers() {
    return 2;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("ambush");
    PopulationSettings settings = town.settings();
    long robberyDayMs = settings.dayMs(dice.between(4, settings.days() - 4));
    Person firstLure =
        town.newcomer(dice.between(19, 24), createdMs(dice, robberyDayMs, 3), night());
    Person secondLure =
        town.newcomer(dice.between(19, 24), createdMs(dice, robberyDayMs, 2), night());
    Person robbed = town.castOne(who -> who.ageYears() >= 20 && who.ageYears() <= 50);
    Person next = town.castOne(who -> who.ageYears() >= 20 && who.ageYears() <= 50);
    Lure first = new Lure(town, journal, dice, firstLure, robbed);
    Lure second = new Lure(town, journal, dice, secondLure, next);
    List.of(firstLure, secondLure).forEach(lure -> signIns(journal, firstLure, lure, dice));

    long robberyMs = robberyDayMs + dice.between(20 * 60L, 23 * 60L) * MINUTE_MS;
    long nextMs = robberyDayMs + DAY_MS + dice.between(19 * 60L, 23 * 60L) * MINUTE_MS;
    String place = town.token("cell");
    first.meetAt(place, robberyMs, robberyMs - dice.between(5 * HOUR_MS, 26 * HOUR_MS));
    second.meetAt(
        town.token("cell"), nextMs, robberyDayMs + dice.between(10 * HOUR_MS, 19 * HOUR_MS));
    long reportMs = robberyDayMs + DAY_MS + dice.between(7 * 60L, 11 * 60L) * MINUTE_MS;
    Report.Builder report =
        Report.newBuilder()
            .setCategory(ReportCategory.ROBBERY)
            .setIncident(Incident.newBuilder().setTime(robberyMs).setPlace(place).build());
    journal.write(
        journal
            .interaction(robbed, firstLure, InteractionKind.REPORT, reportMs)
            .setReport(report.build()));
    journal.write(journal.session(firstLure, SessionKind.DELETED, reportMs + 5 * HOUR_MS));
    truth.planted(
        new PlantedCase(
            "ambush",
            "A4",
            Harm.AMBUSH,
            SubjectKind.DEVICE,
            firstLure.device(),
            Set.of(firstLure.id(), secondLure.id(), firstLure.device()),
            Set.of(robbed.id(), next.id()),
            OptionalLong.of(nextMs),
            Optional.of(next.id())));
  }

  private static Rhythm night() {
    return Rhythm.NIGHT_OWL;
  }

  private static long createdMs(Dice dice, long robberyDayMs, int daysBefore) {
    return robberyDayMs - daysBefore * DAY_MS + dice.between(9 * HOUR_MS, 18 * HOUR_MS);
  }

  /** Both accounts are used from the first one's telephone. */
  private static void signIns(Journal journal, Person owner, Person lure, Dice dice) {
    journal.introduce(lure);
    for (int day = 0; day < 3; day++) {
      long timeMs = lure.createdMs() + MINUTE_MS + day * DAY_MS + dice.between(0L, HOUR_MS);
      journal.write(
          journal
              .session(lure, SessionKind.SIGNED_IN, timeMs)
              .setDevice(owner.device())
              .setNetwork(Devices.network("mobile-" + owner.cell(), NetworkKind.MOBILE)));
    }
  }

  /** One of the accounts and whom it writes to. */
  private record Lure(Town town, Journal journal, Dice dice, Person account, Person target) {
    /** Wins the target's trust, proposes a meeting at a time, and has it accepted. */
    void meetAt(String place, long meetingMs, long proposedMs) {
      Codes codes = new Codes(dice.forPurpose("codes " + account.id()));
      long timeMs =
          Math.max(
              account.createdMs() + 5 * MINUTE_MS, proposedMs - dice.between(2L, 9L) * HOUR_MS);
      boolean first = true;
      while (timeMs < proposedMs) {
        journal.write(
            journal
                .direct(account, target, timeMs)
                .setContactOrigin(first ? ContactOrigin.SEARCH : null)
                .setSignals(dice.chance(0.15) ? codes.of("FLATTERY") : List.of()));
        timeMs += dice.between(MINUTE_MS, 40 * MINUTE_MS);
        journal.write(journal.direct(target, account, timeMs));
        timeMs += dice.between(MINUTE_MS, 40 * MINUTE_MS);
        first = false;
      }
      Meeting.Builder meeting =
          Meeting.newBuilder()
              .setId("night-" + account.id())
              .setStatus(MeetingStatus.PROPOSED)
              .setPlace(place)
              .setPublicPlace(false)
              .setTime(meetingMs);
      journal.write(
          journal
              .direct(account, target, timeMs)
              .setSignals(codes.of("MEETING_PROPOSAL", "COME_ALONE"))
              .setMeeting(meeting.build()));
      meeting.setStatus(MeetingStatus.ACCEPTED);
      journal.write(
          journal
              .direct(target, account, timeMs + dice.between(MINUTE_MS, 20 * MINUTE_MS))
              .setMeeting(meeting.build()));
    }
  }
}
