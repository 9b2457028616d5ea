package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.event.Interaction;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.schemas.ContractRules;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.simulator.truth.LookAlike;
import org.vigie.simulator.truth.PlantedCase;

final class PopulationTest {
  private static final PopulationSettings SETTINGS = PopulationSettings.DEFAULT;
  private static final Population POPULATION = Population.generate(SETTINGS);

  @Test
  void drawsTheSameBytesFromTheSameSeed() {
    assertThat(lines(Population.generate(SETTINGS))).isEqualTo(lines(POPULATION));
    assertThat(Population.generate(SETTINGS).truth()).isEqualTo(POPULATION.truth());
  }

  @Test
  void drawsOtherPeopleFromAnotherSeed() {
    Population other = Population.generate(SETTINGS.withSeed(SETTINGS.seed() + 1));

    assertThat(lines(other)).isNotEqualTo(lines(POPULATION));
    assertThat(other.truth()).isNotEqualTo(POPULATION.truth());
  }

  @Test
  void keepsEveryEventToTheContract() {
    assertThat(POPULATION.events())
        .allSatisfy(event -> assertThat(ContractRules.check(event.record())).isEmpty());
  }

  @Test
  void sendsEventsInTheOrderOfTheirRecordingWithinItsDays() {
    assertThat(POPULATION.events())
        .isSortedAccordingTo(Comparator.comparingLong(SimulatedEvent::recordedMs));
    assertThat(POPULATION.events().get(0).recordedMs()).isGreaterThanOrEqualTo(SETTINGS.startMs());
    assertThat(POPULATION.events().get(POPULATION.events().size() - 1).recordedMs())
        .isLessThan(SETTINGS.endMs());
  }

  @Test
  void recordsNothingBeforeItHappened() {
    for (SimulatedEvent event : POPULATION.events()) {
      assertThat(event.recordedMs()).isGreaterThanOrEqualTo(timeMs(event));
    }
  }

  @Test
  void hasAsManyPeopleAsAskedAndIntroducesEachOnce() {
    List<String> created =
        sessions().stream()
            .filter(session -> session.getKind() == SessionKind.ACCOUNT_CREATED)
            .map(SessionEvent::getAccount)
            .toList();

    assertThat(created).doesNotHaveDuplicates().hasSize(SETTINGS.accounts());
    assertThat(created).containsAll(everybody());
  }

  @Test
  void numbersEventsOnlyOnce() {
    List<String> ids = new ArrayList<>();
    POPULATION.events().forEach(event -> ids.add(event.kind() + " " + event.record().get(0)));

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void knowsAgesFromSeveralSourcesAndOfSomeNothing() {
    Map<String, Set<AgeSource>> sources = new HashMap<>();
    for (SessionEvent session : sessions()) {
      AgeStatement age = session.getAge();
      sources.computeIfAbsent(session.getAccount(), id -> new HashSet<>());
      if (age != null) {
        sources.get(session.getAccount()).add(age.getSource());
      }
    }
    Set<AgeSource> all = new HashSet<>();
    sources.values().forEach(all::addAll);

    assertThat(all)
        .contains(
            AgeSource.DECLARED,
            AgeSource.GUARDIAN,
            AgeSource.OS_SIGNAL,
            AgeSource.ESTIMATED,
            AgeSource.VERIFIED);
    assertThat(sources.values().stream().filter(Set::isEmpty).count())
        .isBetween(SETTINGS.accounts() / 20L, SETTINGS.accounts() / 4L);
  }

  @Test
  void hasMinorsWhoDeclareThatTheyAreAdults() {
    Town town = new Town(SETTINGS, 0);
    long misdeclared =
        town.residents().stream()
            .filter(Person::isMinor)
            .filter(
                minor ->
                    minor.ages().stream()
                        .anyMatch(
                            age ->
                                age.getSource() == AgeSource.DECLARED
                                    && age.getMin() != null
                                    && age.getMin() >= 18))
            .count();
    long minors = town.residents().stream().filter(Person::isMinor).count();

    assertThat(misdeclared).as("of %d minors", minors).isBetween(minors / 6, minors / 2);
  }

  @Test
  void plantsOneCaseOfEachIndicatorAndFourLookAlikes() {
    assertThat(POPULATION.truth().planted())
        .extracting(PlantedCase::indicator)
        .containsExactly("G1", "G2", "A4", "M1");
    assertThat(POPULATION.truth().lookAlikes())
        .extracting(LookAlike::name)
        .containsExactly("teacher", "first date", "event organiser", "family");
  }

  @Test
  void neverCastsALookAlikeAsAnActor() {
    for (long seed = 1; seed <= 5; seed++) {
      Population population = Population.generate(SETTINGS.withSeed(seed));
      for (LookAlike lookAlike : population.truth().lookAlikes()) {
        assertThat(lookAlike.accounts())
            .as("seed %d, %s", seed, lookAlike.name())
            .noneMatch(population.truth()::isActor);
      }
    }
  }

  @Test
  void letsEveryHarmfulStepHappenWithinItsDays() {
    for (PlantedCase planted : POPULATION.truth().planted()) {
      planted
          .harmfulStepMs()
          .ifPresent(
              stepMs ->
                  assertThat(stepMs)
                      .as(planted.name())
                      .isBetween(SETTINGS.startMs(), SETTINGS.endMs()));
    }
  }

  @Test
  void refusesSettingsInWhichNotEverybodyHasAPart() {
    assertThatThrownBy(() -> new PopulationSettings("c", 1, 20, 10, 0))
        .hasMessage("accounts 20: 120 to 20000 are possible");
    assertThatThrownBy(() -> new PopulationSettings("c", 1, 300, 2, 0))
        .hasMessage("days 2: 10 to 90 are possible");
    assertThatThrownBy(() -> new PopulationSettings("c", 1, 300, 10, 7))
        .hasMessageContaining("no midnight");
  }

  @Test
  void drawsTheSmallestPopulation() {
    PopulationSettings smallest =
        new PopulationSettings(
            "c",
            3,
            PopulationSettings.ACCOUNTS_MIN,
            PopulationSettings.DAYS_MIN,
            SETTINGS.startMs());

    assertThat(Population.generate(smallest).truth().planted()).hasSize(4);
  }

  private static List<SessionEvent> sessions() {
    List<SessionEvent> sessions = new ArrayList<>();
    for (SimulatedEvent event : POPULATION.events()) {
      if (event.record() instanceof SessionEvent session) {
        sessions.add(session);
      }
    }
    return sessions;
  }

  private static Set<String> everybody() {
    Set<String> all = new TreeSet<>();
    for (SimulatedEvent event : POPULATION.events()) {
      if (event.record() instanceof Message message) {
        all.add(message.getSender());
        all.addAll(message.getRecipients());
      } else if (event.record() instanceof Interaction interaction) {
        all.add(interaction.getActor());
        all.add(interaction.getTarget());
      }
    }
    return all;
  }

  private static long timeMs(SimulatedEvent event) {
    return (Long) event.record().get(event.record().getSchema().getField("time").pos());
  }

  private static List<String> lines(Population population) {
    JsonLineWriter writer = new JsonLineWriter();
    return population.events().stream()
        .map(
            event ->
                event.recordedMs()
                    + new String(writer.write(event.record()), StandardCharsets.UTF_8))
        .toList();
  }
}
