package org.vigie.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.Rhythm;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;

final class SceneTruthTest {
  private static final Plot ABOUT_MINORS =
      Plot.harm(PlantedHarm.PAID_LURING, 1, Plot.WITH_MINORS, 8, scene -> {});
  private static final int FEW = 2;

  @Test
  void isAboveWhereMoreVictimsShowThanOfACaseOfWhichLittleShows() {
    assertThat(told(3, 3)).isEmpty();
    assertThat(told(4, 0)).isEmpty();
  }

  @Test
  void isBelowWhereSoManyPassForAdultsThatNoMoreAreLeft() {
    assertThat(told(2, 2)).containsExactly("age hidden");
    assertThat(told(2, 1)).containsExactly("age hidden");
  }

  @Test
  void isBelowWhereMostPassForAdults() {
    assertThat(told(4, 5)).containsExactly("age hidden");
  }

  @Test
  void isNotCalledHiddenForBeingFewWhereNobodyPassesForAnAdult() {
    assertThat(told(2, 0)).isEmpty();
  }

  private static Iterable<String> told(int seen, int hidden) {
    SceneTruth truth = new SceneTruth(1, 0);
    truth.actor(account(0, 40, 40));
    List<Account> victims = new ArrayList<>();
    for (int index = 1; index <= seen + hidden; index++) {
      victims.add(account(index, 14, index <= seen ? 14 : 19));
    }
    truth.victims(victims);
    truth.few(FEW);
    return ((TruthCase) truth.line(ABOUT_MINORS, "ferry", 1)).belowBecause();
  }

  private static Account account(int index, int ageYears, int saidYears) {
    return new Account(
        index,
        "a" + index,
        CommunityKind.OPEN_CHAT,
        ageYears,
        0,
        List.of(Ages.declaredAs(saidYears)),
        Zone.PARIS,
        Rhythm.PUPIL);
  }
}
