package org.vigie.simulator;

import java.util.List;
import java.util.Set;
import org.vigie.event.ContactOrigin;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Role;
import org.vigie.event.RoleSource;
import org.vigie.event.SessionKind;
import org.vigie.simulator.truth.LookAlike;

/** Someone invites many, young and old, strangers among them, to an event at a public place. */
final class OrganiserStory implements Story {
  private static final long HOUR_MS = 3_600_000L;

  @Override
  public int newcomers() {
    return 0;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("organiser");
    Codes codes = new Codes(dice.forPurpose("codes"));
    int firstDay = dice.between(2, 4);
    Person organiser = town.castOne(who -> who.ageYears() >= 24);
    long dayMs = town.settings().dayMs(firstDay);
    journal.write(
        journal
            .session(organiser, SessionKind.ROLE_ASSERTED, dayMs + 9 * HOUR_MS)
            .setRole(Role.ORGANISER)
            .setRoleSource(RoleSource.SELF));
    Meeting.Builder event =
        Meeting.newBuilder()
            .setId("event-1")
            .setStatus(MeetingStatus.PROPOSED)
            .setPlace("cell-market")
            .setPublicPlace(true)
            .setTime(town.settings().dayMs(firstDay + 3) + 17 * HOUR_MS);
    journal.write(
        journal
            .post(organiser, Town.roomName(0), dayMs + 10 * HOUR_MS)
            .setSignals(codes.of("MEETING_PROPOSAL")));
    List<Person> invited =
        dice.some(town.residents(), dice.between(25, 40)).stream()
            .filter(who -> !who.id().equals(organiser.id()))
            .toList();
    for (Person guest : invited) {
      long timeMs = dayMs + dice.between(10 * HOUR_MS, 40 * HOUR_MS);
      journal.write(
          journal
              .direct(organiser, guest, timeMs)
              .setContactOrigin(ContactOrigin.ROOM)
              .setSignals(codes.of("MEETING_PROPOSAL"))
              .setMeeting(event.setStatus(MeetingStatus.PROPOSED).build()));
      if (dice.chance(0.5)) {
        MeetingStatus answer = dice.chance(0.7) ? MeetingStatus.ACCEPTED : MeetingStatus.REFUSED;
        journal.write(
            journal
                .direct(guest, organiser, timeMs + dice.between(60_000L, 5 * HOUR_MS))
                .setMeeting(event.setStatus(answer).build()));
      }
    }
    truth.lookAlike(
        new LookAlike(
            "event organiser",
            Set.of(organiser.id()),
            "invites %d to a public place".formatted(invited.size())));
  }
}
