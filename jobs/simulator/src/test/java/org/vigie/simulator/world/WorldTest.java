package org.vigie.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.event.Channel;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.Message;
import org.vigie.event.NetworkKind;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.schemas.ContractRules;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.simulator.Dice;
import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.LookAlikeKind;
import org.vigie.simulator.truth.PlantedHarm;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLine;
import org.vigie.simulator.truth.TruthLines;
import org.vigie.simulator.truth.TruthLookAlike;
import org.vigie.simulator.truth.TruthTotals;

final class WorldTest {
  private static final WorldSettings SMALLEST = WorldSettings.of(200, 10, 3);
  private static final WorldSettings TOWN = WorldSettings.of(4_000, 10, 11);
  private static final Heard HEARD = Heard.of(TOWN);

  /** All that is to be heard of a world; for small ones. */
  private static final class Heard implements WorldListener {
    private final List<SimulatedEvent> events = new ArrayList<>();
    private final List<TruthLine> truth = new ArrayList<>();
    private final MessageDigest digest;
    private final JsonLineWriter writer = new JsonLineWriter();

    Heard() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    static Heard of(WorldSettings settings) {
      Heard heard = new Heard();
      World.run(settings, heard);
      return heard;
    }

    @Override
    public void event(SimulatedEvent event) {
      events.add(event);
      digest.update(writer.write(event.record()));
      digest.update(Long.toString(event.recordedMs()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void truth(TruthLine line) {
      truth.add(line);
      digest.update(TruthLines.write(line).getBytes(StandardCharsets.UTF_8));
    }

    String hash() {
      return HexFormat.of().formatHex(digest.digest());
    }

    List<TruthCase> cases() {
      return of(TruthCase.class);
    }

    <T> List<T> of(Class<T> type) {
      return truth.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T> List<T> records(Class<T> type) {
      return events.stream()
          .map(SimulatedEvent::record)
          .filter(type::isInstance)
          .map(type::cast)
          .toList();
    }
  }

  @Test
  void drawsTheSameBytesFromTheSameSeedAndOthersFromAnother() {
    String hash = Heard.of(SMALLEST).hash();

    assertThat(Heard.of(SMALLEST).hash()).isEqualTo(hash);
    assertThat(Heard.of(WorldSettings.of(200, 10, 4)).hash()).isNotEqualTo(hash);
  }

  @Test
  void plantsEveryHarmAndEveryLookAlikeInTheSmallestWorld() {
    for (long seed = 1; seed <= 5; seed++) {
      Heard heard = Heard.of(WorldSettings.of(200, 10, seed));
      Set<PlantedHarm> harms = EnumSet.noneOf(PlantedHarm.class);
      heard.cases().forEach(one -> harms.add(one.planted()));
      Set<LookAlikeKind> lookAlikes = EnumSet.noneOf(LookAlikeKind.class);
      heard.of(TruthLookAlike.class).forEach(one -> lookAlikes.add(one.kind()));

      assertThat(harms).as("seed %d", seed).containsExactly(PlantedHarm.values());
      assertThat(lookAlikes).as("seed %d", seed).containsExactly(LookAlikeKind.values());
    }
  }

  @Test
  void plantsAFifthOfItsHarmsWeaklyAtLeast() {
    for (long seed = 1; seed <= 5; seed++) {
      List<TruthCase> cases = Heard.of(WorldSettings.of(200, 10, seed)).cases();
      long below = cases.stream().filter(one -> !one.isAbove()).count();

      assertThat(below / (double) cases.size()).as("seed %d", seed).isBetween(0.2, 0.6);
    }
  }

  @Test
  void hidesNothingOfWhatIsPlantedIfAskedNotTo() {
    for (long seed = 1; seed <= 5; seed++) {
      Heard heard = Heard.of(WorldSettings.of(1_500, 10, seed).withFaintOfTen(0));

      assertThat(heard.cases()).as("seed %d", seed).allMatch(TruthCase::isAbove);
      assertThat(heard.of(TruthTotals.class).get(0).faintOfTen()).isZero();
    }
  }

  @Test
  void takesATruthThatDoesNotSayHowMuchIsFaintForAnOldOne() {
    String old =
        "{\"type\":\"totals\",\"seed\":7,\"accounts\":200,\"days\":10,\"start\":0,"
            + "\"events\":9,\"active_user_weeks\":4}";

    assertThat(TruthLines.read(old)).isEqualTo(new TruthTotals(7, 200, 10, 0, 3, 9, 4));
  }

  @Test
  void keepsEveryEventToTheContractInTheOrderOfRecording() {
    long beforeMs = TOWN.startMs() - Past.AGO_MS;
    for (SimulatedEvent event : HEARD.events) {
      long timeMs = (Long) event.record().get(event.record().getSchema().getField("time").pos());
      boolean right =
          ContractRules.check(event.record()).isEmpty()
              && event.recordedMs() >= Math.max(beforeMs, timeMs)
              && event.recordedMs() < TOWN.endMs();
      if (!right) {
        assertThat(event).as("breaks the contract or the order: %s", event).isNull();
      }
      beforeMs = event.recordedMs();
    }
  }

  @Test
  void introducesEveryAccountOnceBeforeItDoesAnything() {
    Set<String> known = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (SimulatedEvent event : HEARD.events) {
      boolean right = ids.add(event.kind() + " " + event.record().get(0));
      if (event.record() instanceof SessionEvent session
          && session.getKind() == SessionKind.ACCOUNT_CREATED) {
        right &= known.add(session.getAccount());
      }
      if (!right || !known.contains(event.key())) {
        assertThat(event).as("twice or too early: %s", event).isNull();
      }
    }
    assertThat(known).hasSize(TOWN.accounts());
  }

  @Test
  void hasFriendsOfLongStandingWhoCountAsActiveFromTheFirstDayOnOnly() {
    Set<String> pairs = new HashSet<>();
    Set<String> active = new HashSet<>();
    int old = 0;
    for (Message message : HEARD.records(Message.class)) {
      boolean before = message.getTime() < TOWN.startMs();
      if (before) {
        pairs.add(message.getSender() + message.getRecipients().get(0));
      } else if (message.getChannel() == Channel.DIRECT) {
        active.add(message.getSender());
        old += pairs.contains(message.getSender() + message.getRecipients().get(0)) ? 1 : 0;
      }
    }
    long userWeeks = HEARD.of(TruthTotals.class).get(0).activeUserWeeks();

    assertThat(pairs).hasSizeGreaterThan(TOWN.accounts() * 5);
    assertThat(old).isGreaterThan(TOWN.accounts());
    // Ten days are two begun weeks.
    assertThat(userWeeks).isBetween((long) active.size(), 2L * TOWN.accounts());
  }

  @Test
  void hasAThirdOfMinorsWhoDeclareThatTheyAreAdults() {
    Census census = new Census(TOWN, 3_000);
    int minors = 0;
    int misdeclared = 0;
    for (int index = 0; index < 3_000; index++) {
      Account account = census.resident(index);
      if (account.isMinor() && account.ages().stream().anyMatch(WorldTest::isDeclared)) {
        minors++;
        misdeclared += account.ages().stream().anyMatch(WorldTest::isDeclaredAdult) ? 1 : 0;
      }
    }

    assertThat(minors / 3_000.0).isBetween(0.1, 0.35);
    assertThat(misdeclared / (double) minors).isBetween(0.26, 0.38);
  }

  private static boolean isDeclared(AgeStatement age) {
    return age.getSource() == AgeSource.DECLARED;
  }

  private static boolean isDeclaredAdult(AgeStatement age) {
    return isDeclared(age) && age.getMin() != null && age.getMin() >= Account.ADULT_YEARS;
  }

  @Test
  void hasFriendsInCommonWhereThePlatformKnowsFriendsAndNoneElsewhere() {
    int known = 0;
    int unknown = 0;
    int cold = 0;
    for (Message message : HEARD.records(Message.class)) {
      if (message.getChannel() == Channel.DIRECT) {
        Integer mutual = message.getMutualContacts();
        boolean has = mutual != null;
        known += has ? 1 : 0;
        unknown += has ? 0 : 1;
        cold += mutual != null && mutual == 0 ? 1 : 0;
        boolean graph = Set.of("harbour", "arcade").contains(message.getCommunity());
        assertThat(has).isEqualTo(graph);
      }
    }

    assertThat(known).isGreaterThan(unknown / 4);
    assertThat(cold / (double) known).isBetween(0.02, 0.6);
  }

  @Test
  void isAnsweredRejectedBlockedAndLate() {
    Map<InteractionKind, Integer> kinds = new HashMap<>();
    HEARD
        .records(Interaction.class)
        .forEach(interaction -> kinds.merge(interaction.getKind(), 1, Integer::sum));
    long late = HEARD.events.stream().filter(WorldTest::isLate).count();
    Set<NetworkKind> networks = new HashSet<>();
    HEARD.records(SessionEvent.class).stream()
        .filter(session -> session.getNetwork() != null)
        .forEach(session -> networks.add(session.getNetwork().getKind()));

    assertThat(kinds)
        .containsKeys(
            InteractionKind.REQUEST,
            InteractionKind.ACCEPT,
            InteractionKind.DECLINE,
            InteractionKind.BLOCK,
            InteractionKind.REPORT,
            InteractionKind.GIFT,
            InteractionKind.PAYMENT);
    assertThat(late / (double) HEARD.events.size()).isBetween(0.0005, 0.004);
    assertThat(networks)
        .contains(
            NetworkKind.SCHOOL,
            NetworkKind.PUBLIC,
            NetworkKind.MOBILE,
            NetworkKind.RESIDENTIAL,
            NetworkKind.HOSTING);
  }

  private static boolean isLate(SimulatedEvent event) {
    long timeMs = (Long) event.record().get(event.record().getSchema().getField("time").pos());
    return event.record() instanceof Message && event.recordedMs() - timeMs > 10_000L;
  }

  @Test
  void drawsTimesToASolicitationFromSecondsToDays() {
    List<Long> tookMs = new ArrayList<>();
    for (long seed = 1; seed <= 30; seed++) {
      tookMs.add(Dice.of(seed, "test").spread(19 * Scene.SECOND_MS, 82 * Scene.HOUR_MS));
    }

    assertThat(tookMs).anyMatch(ms -> ms < Scene.HOUR_MS).anyMatch(ms -> ms > 5 * Scene.HOUR_MS);
    assertThat(tookMs).allMatch(ms -> ms >= 19 * Scene.SECOND_MS && ms <= 82 * Scene.HOUR_MS);
  }

  @Test
  void tellsATruthThatComesBackAsItWasWritten() {
    for (TruthLine line : HEARD.truth) {
      assertThat(TruthLines.read(TruthLines.write(line))).isEqualTo(line);
    }
    assertThat(HEARD.of(TruthTotals.class)).hasSize(1);
    assertThat(HEARD.of(TruthTotals.class).get(0).events()).isEqualTo(HEARD.events.size());
  }

  @Test
  void saysWhoActsAndWhomTheyReach() {
    for (TruthCase planted : HEARD.cases()) {
      assertThat(planted.subjects()).as(planted.toString()).containsAll(planted.actors());
      assertThat(planted.actsMs()).as(planted.toString()).isNotEmpty();
      assertThat(planted.victims()).containsAll(planted.reachedMs().keySet());
    }
  }

  @Test
  void neverTakesALookAlikeForAnActor() {
    Set<String> actors = new HashSet<>();
    HEARD.cases().forEach(planted -> actors.addAll(planted.actors()));
    for (TruthLookAlike lookAlike : HEARD.of(TruthLookAlike.class)) {
      assertThat(lookAlike.subjects()).as(lookAlike.toString()).doesNotContainAnyElementsOf(actors);
    }
  }

  @Test
  void holdsNoMoreAtOnceHoweverManyAccountsThereAre() {
    WorldListener nobody =
        new WorldListener() {
          @Override
          public void event(SimulatedEvent event) {}

          @Override
          public void truth(TruthLine line) {}
        };
    // From 48,000 accounts on no more stories are told; a million accounts have 65,488 at most.
    int most = World.run(WorldSettings.of(50_000, 10, 5), nobody).waitingMax();

    assertThat(most).isLessThan(70_000);
  }

  @Test
  void changesNothingButWhatIsSaidOfAgesUnderNoise() {
    Heard clear = Heard.of(SMALLEST);
    Heard noisy = Heard.of(SMALLEST.withAgeNoise(0.4));
    List<SessionEvent> said = clear.records(SessionEvent.class);
    List<SessionEvent> unsure = noisy.records(SessionEvent.class);
    int different = 0;
    for (int at = 0; at < said.size(); at++) {
      different += Objects.equals(said.get(at).getAge(), unsure.get(at).getAge()) ? 0 : 1;
    }
    long ages = said.stream().filter(session -> session.getAge() != null).count();

    assertThat(noisy.records(Message.class)).isEqualTo(clear.records(Message.class));
    assertThat(different / (double) ages).isBetween(0.25, 0.45);
  }

  @Test
  void refusesWorldsThatItCanNotDraw() {
    assertThatThrownBy(() -> SMALLEST.withAgeNoise(1))
        .hasMessage("age noise 1.0: 0 to 0.9 are possible");
    assertThatThrownBy(() -> SMALLEST.withFaintOfTen(11))
        .hasMessage("faint of ten 11: 0 to 10 are possible");
    assertThatThrownBy(() -> WorldSettings.of(199, 10, 1))
        .hasMessage("accounts 199: 200 to 1000000 are possible");
    assertThatThrownBy(() -> WorldSettings.of(200, 9, 1))
        .hasMessage("days 9: 10 to 366 are possible");
    assertThatThrownBy(() -> TruthLines.read("{\"type\":\"rumour\"}"))
        .hasMessageContaining("\"rumour\" is no kind of truth");
    assertThatThrownBy(() -> TruthLines.read("[]")).hasMessageContaining("no JSON object");
  }
}
