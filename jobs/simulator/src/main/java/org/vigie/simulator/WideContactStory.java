package org.vigie.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.alert.Harm;
import org.vigie.alert.SubjectKind;
import org.vigie.event.ContactOrigin;
import org.vigie.event.InteractionKind;
import org.vigie.event.NetworkKind;
import org.vigie.simulator.truth.PlantedCase;

/**
 * A new adult account writes to one minor after the other, none of whom it knows, and picks them by
 * their profiles. Few answer, some block. Nothing has happened yet.
 */
final class WideContactStory implements Story {
  private static final long HOUR_MS = 3_600_000L;

  @Override
  public int newcomers() {
    return 1;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("wide contact");
    Codes codes = new Codes(dice.forPurpose("codes"));
    PopulationSettings settings = town.settings();
    int firstDay = dice.between(2, 3);
    long createdMs = settings.dayMs(firstDay) + dice.between(8 * HOUR_MS, 15 * HOUR_MS);
    Person adult = town.newcomer(dice.between(27, 58), createdMs, Rhythm.NIGHT_OWL);
    journal.introduce(adult);
    List<Person> minors = town.castSome(Person::looksMinor, dice.between(14, 20));
    int days = dice.between(3, 5);
    for (int index = 0; index < minors.size(); index++) {
      long dayMs = settings.dayMs(firstDay + 1 + index * days / minors.size());
      Person minor = minors.get(index);
      long timeMs = dayMs + dice.between(15 * HOUR_MS, 22 * HOUR_MS);
      approach(journal, codes, dice, new Encounter(adult, minor, timeMs));
    }
    for (int day = firstDay; day <= firstDay + days; day++) {
      Devices.signIn(journal, adult, settings.dayMs(day) + 15 * HOUR_MS, NetworkKind.RESIDENTIAL);
    }
    truth.planted(
        new PlantedCase(
            "wide contact",
            "G1",
            Harm.GROOMING,
            SubjectKind.ACCOUNT,
            adult.id(),
            Set.of(adult.id()),
            minors.stream().map(Person::id).collect(Collectors.toSet()),
            OptionalLong.empty(),
            Optional.empty()));
  }

  private record Encounter(Person adult, Person minor, long timeMs) {}

  private static void approach(Journal journal, Codes codes, Dice dice, Encounter met) {
    long timeMs = met.timeMs;
    journal.write(
        journal
            .direct(met.adult, met.minor, timeMs)
            .setContactOrigin(ContactOrigin.ROOM)
            .setSignals(dice.chance(0.3) ? codes.of("FLATTERY") : codes.mistakes()));
    for (int left = dice.between(0, 2); left > 0; left--) {
      timeMs += dice.between(30_000L, HOUR_MS);
      journal.write(
          journal
              .direct(met.adult, met.minor, timeMs)
              .setSignals(dice.chance(0.25) ? codes.of("AGE_PROBE") : codes.mistakes()));
    }
    timeMs += dice.between(60_000L, 3 * HOUR_MS);
    if (dice.chance(0.2)) {
      journal.write(journal.direct(met.minor, met.adult, timeMs));
    } else if (dice.chance(0.12)) {
      journal.write(journal.interaction(met.minor, met.adult, InteractionKind.BLOCK, timeMs));
    }
  }
}
