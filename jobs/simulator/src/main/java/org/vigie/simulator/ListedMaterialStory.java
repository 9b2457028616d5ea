package org.vigie.simulator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vigie.alert.Harm;
import org.vigie.alert.SubjectKind;
import org.vigie.event.ListMatch;
import org.vigie.event.MatchMethod;
import org.vigie.event.Media;
import org.vigie.event.MediaKind;
import org.vigie.event.NetworkKind;
import org.vigie.simulator.truth.PlantedCase;

/** An account sends a file whose hash stands on a verified list. Here it is a token of no file. */
final class ListedMaterialStory implements Story {
  private static final long HOUR_MS = 3_600_000L;

  @Override
  public int newcomers() {
    return 1;
  }

  @Override
  public void tell(Town town, Journal journal, TruthNotes truth) {
    Dice dice = town.dice("listed material");
    long dayMs = town.settings().dayMs(dice.between(1, town.settings().days() - 2));
    Person sender = town.newcomer(dice.between(22, 60), dayMs + 9 * HOUR_MS, Rhythm.NIGHT_OWL);
    Person receiver = town.castOne(who -> who.ageYears() >= 25);
    journal.introduce(sender);
    Devices.signIn(journal, sender, dayMs + 10 * HOUR_MS, NetworkKind.VPN);
    long timeMs = dayMs + dice.between(18 * HOUR_MS, 23 * HOUR_MS);
    journal.write(journal.direct(sender, receiver, timeMs));
    Media listed =
        Media.newBuilder()
            .setHash("listed-" + dice.between(1000, 9999))
            .setKind(dice.one(List.of(MediaKind.IMAGE, MediaKind.VIDEO)))
            .setMatch(
                ListMatch.newBuilder()
                    .setList("verified-1")
                    .setVerified(true)
                    .setMethod(MatchMethod.EXACT)
                    .setDistance(0)
                    .build())
            .build();
    journal.write(
        journal
            .direct(sender, receiver, timeMs + dice.between(60_000L, HOUR_MS / 2))
            .setMedia(List.of(listed)));
    truth.planted(
        new PlantedCase(
            "listed material",
            "M1",
            Harm.ABUSE_MATERIAL,
            SubjectKind.ACCOUNT,
            sender.id(),
            Set.of(sender.id()),
            Set.of(receiver.id()),
            OptionalLong.empty(),
            Optional.empty()));
  }
}
