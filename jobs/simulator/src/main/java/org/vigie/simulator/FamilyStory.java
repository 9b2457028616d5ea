package org.vigie.simulator;

import java.util.List;
import java.util.Set;
import org.vigie.event.DeviceKind;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionKind;
import org.vigie.event.Signal;
import org.vigie.simulator.truth.LookAlike;

/**
 * A parent and a child of one household, with a tablet that both use: the parent asks whether the
 * other is at home, plans a birthday that must stay secret, and fixes where to meet.
 */
final class FamilyStory implements Story {
  private static final long HOUR_MS = 3_600_000L;
  private static final long MINUTE_MS = 60_000L;

  @Override
  public int newcomers() {
    return 0;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("family");
    Codes codes = new Codes(dice.forPurpose("codes"));
    PopulationSettings settings = town.settings();
    Person parent = town.castOne(who -> who.ageYears() >= 35 && !who.ages().isEmpty());
    Person child = town.castOne(who -> who.looksMinor() && who.ageYears() <= 15);
    town.friends().befriend(parent, child);
    journal.write(
        journal
            .session(parent, SessionKind.HOUSEHOLD_LINKED, settings.startMs() + HOUR_MS)
            .setLinkedAccount(child.id()));
    String tablet = town.token("tablet");
    for (int day = 0; day < settings.days(); day++) {
      for (Person one : List.of(parent, child)) {
        journal.write(
            journal
                .session(
                    one,
                    SessionKind.SIGNED_IN,
                    settings.dayMs(day) + dice.between(17L, 19L) * HOUR_MS)
                .setDevice(tablet)
                .setDeviceKind(DeviceKind.SHARED)
                .setNetwork(Devices.network(parent.cell(), NetworkKind.RESIDENTIAL)));
      }
    }
    int day = dice.between(2, 4);
    long timeMs = settings.dayMs(day) + dice.between(14L, 16L) * HOUR_MS;
    for (String code : List.of("GUARDIAN_PROBE", "SECRECY", "FLATTERY")) {
      timeMs = exchange(journal, new Exchange(parent, child, timeMs, codes.of(code)), dice);
    }
    Meeting meeting =
        Meeting.newBuilder()
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace("cell-cinema")
            .setPublicPlace(true)
            .setTime(settings.dayMs(day + 1) + 15 * HOUR_MS)
            .build();
    journal.write(
        journal
            .direct(parent, child, timeMs)
            .setSignals(codes.of("MEETING_PROPOSAL"))
            .setMeeting(meeting));
    truth.lookAlike(
        new LookAlike(
            "family",
            Set.of(parent.id(), child.id()),
            "household link; a secret birthday and where to meet"));
  }

  private record Exchange(Person parent, Person child, long timeMs, List<Signal> signals) {}

  private static long exchange(Journal journal, Exchange said, Dice dice) {
    journal.write(journal.direct(said.parent, said.child, said.timeMs).setSignals(said.signals));
    long answerMs = said.timeMs + dice.between(MINUTE_MS, 20 * MINUTE_MS);
    journal.write(journal.direct(said.child, said.parent, answerMs));
    return answerMs + dice.between(MINUTE_MS, 3 * HOUR_MS);
  }
}
