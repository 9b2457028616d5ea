package org.vigie.simulator;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.event.ContactOrigin;
import org.vigie.event.InteractionKind;
import org.vigie.event.Role;
import org.vigie.event.RoleSource;
import org.vigie.event.SessionKind;
import org.vigie.simulator.truth.LookAlike;

/**
 * A teacher whose role the platform verified writes to a whole class within two days, by day, one
 * by one and in a group; the pupils know each other.
 */
final class TeacherStory implements Story {
  private static final long HOUR_MS = 3_600_000L;
  private static final long MINUTE_MS = 60_000L;

  @Override
  public int newcomers() {
    return 0;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("teacher");
    Chatter chatter = new Chatter(journal, town, dice.forPurpose("chatter"));
    Person teacher = town.castOne(who -> who.ageYears() >= 27);
    List<Person> pupils = dice.one(classes(town)).members();
    int firstDay = dice.between(1, 2);
    long dayMs = town.settings().dayMs(firstDay);
    journal.write(
        journal
            .session(teacher, SessionKind.ROLE_ASSERTED, dayMs + 8 * HOUR_MS)
            .setRole(Role.EDUCATOR)
            .setRoleSource(RoleSource.PLATFORM_VERIFIED));
    for (int index = 0; index < pupils.size(); index++) {
      Person pupil = pupils.get(index);
      long timeMs =
          town.settings().dayMs(firstDay + index % 2)
              + dice.between(8 * HOUR_MS + MINUTE_MS, 15 * HOUR_MS);
      journal.write(journal.direct(teacher, pupil, timeMs).setContactOrigin(ContactOrigin.INVITE));
      journal.write(
          journal.interaction(pupil, teacher, InteractionKind.ACCEPT, timeMs + 20 * MINUTE_MS));
      town.friends().befriend(teacher, pupil);
      if (dice.chance(0.6)) {
        chatter.talk(pupil, teacher, timeMs + dice.between(1L, 5L) * HOUR_MS, dice.between(1, 4));
      }
    }
    List<Person> group = Stream.concat(Stream.of(teacher), pupils.stream()).toList();
    for (int day = firstDay + 1; day < town.settings().days(); day++) {
      long timeMs = town.settings().dayMs(day) + dice.between(8 * HOUR_MS, 16 * HOUR_MS);
      chatter.chat(group, timeMs, dice.between(1, 6));
    }
    truth.lookAlike(
        new LookAlike(
            "teacher",
            Set.of(teacher.id()),
            "writes to %d pupils who know each other".formatted(pupils.size())));
  }

  private static List<Circle> classes(Town town) {
    return town.circles().stream()
        .filter(circle -> circle.members().stream().allMatch(Person::isMinor))
        .filter(circle -> circle.members().size() >= 12)
        .toList();
  }
}
