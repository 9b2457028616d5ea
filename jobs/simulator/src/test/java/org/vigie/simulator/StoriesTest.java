package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.event.Channel;
import org.vigie.event.DeviceKind;
import org.vigie.event.Interaction;
import org.vigie.event.InteractionKind;
import org.vigie.event.Meeting;
import org.vigie.event.MeetingStatus;
import org.vigie.event.Message;
import org.vigie.event.Report;
import org.vigie.event.ReportCategory;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.event.Signal;
import org.vigie.simulator.truth.LookAlike;
import org.vigie.simulator.truth.PlantedCase;

/** What the stories tell, whatever the seed. */
final class StoriesTest {
  private static final long HOUR_MS = 3_600_000L;
  private static final Map<Long, Population> DRAWN = new HashMap<>();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void reportsARobberyWhileTheNextMeetingIsStillToCome(long seed) {
    Population population = draw(seed);
    PlantedCase ambush = planted(population, "A4");
    Interaction report =
        interactions(population).stream()
            .filter(one -> one.getKind() == InteractionKind.REPORT)
            .filter(one -> ambush.actors().contains(one.getTarget()))
            .findFirst()
            .orElseThrow();

    Report details = report.getReport();
    assertThat(details == null ? null : details.getCategory()).isEqualTo(ReportCategory.ROBBERY);
    assertThat(ambush.targets()).contains(report.getActor());
    String next = ambush.nextTarget().orElseThrow();
    assertThat(report.getActor()).isNotEqualTo(next);
    List<Message> agreed = meetings(population, next, ambush);
    assertThat(agreed).extracting(StoriesTest::status).contains(MeetingStatus.PROPOSED);
    assertThat(agreed).extracting(StoriesTest::status).contains(MeetingStatus.ACCEPTED);
    assertThat(agreed).allSatisfy(one -> assertThat(one.getTime()).isLessThan(report.getTime()));
    assertThat(ambush.harmfulStepMs().orElseThrow() - report.getTime()).isGreaterThan(3 * HOUR_MS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void usesBothLuresFromOneTelephone(long seed) {
    Population population = draw(seed);
    PlantedCase ambush = planted(population, "A4");
    Set<String> accounts =
        sessions(population).stream()
            .filter(one -> ambush.subject().equals(one.getDevice()))
            .map(SessionEvent::getAccount)
            .collect(Collectors.toSet());

    assertThat(accounts).hasSize(2);
    assertThat(ambush.actors()).containsAll(accounts);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void talksTheMinorIntoAMeetingAfterDaysOfSmallSteps(long seed) {
    Population population = draw(seed);
    PlantedCase grooming = planted(population, "G2");
    List<Message> sent =
        messages(population).stream()
            .filter(one -> one.getSender().equals(grooming.subject()))
            .toList();
    Set<String> codes = new TreeSet<>();
    sent.forEach(one -> one.getSignals().stream().map(Signal::getCode).forEach(codes::add));

    assertThat(codes).contains("FLATTERY", "AGE_PROBE", "SECRECY", "MEETING_PROPOSAL");
    assertThat(sent)
        .allSatisfy(one -> assertThat(grooming.targets()).containsAll(one.getRecipients()));
    long lastMs = sent.get(sent.size() - 1).getTime();
    assertThat(lastMs - sent.get(0).getTime()).isGreaterThan(24 * HOUR_MS);
    assertThat(grooming.harmfulStepMs().orElseThrow()).isGreaterThan(lastMs);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void writesToMinorsWithoutAFriendInCommon(long seed) {
    Population population = draw(seed);
    PlantedCase wide = planted(population, "G1");
    List<Message> sent =
        messages(population).stream()
            .filter(one -> one.getSender().equals(wide.subject()))
            .toList();

    assertThat(sent).extracting(Message::getMutualContacts).containsOnly(0);
    assertThat(wide.targets()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void givesTheTeacherPupilsWhoKnowEachOther(long seed) {
    Population population = draw(seed);
    String teacher = lookAlike(population, "teacher").accounts().iterator().next();
    List<Message> direct =
        messages(population).stream()
            .filter(one -> one.getSender().equals(teacher) && one.getChannel() == Channel.DIRECT)
            .toList();
    long cold =
        direct.stream().filter(one -> Integer.valueOf(0).equals(one.getMutualContacts())).count();

    assertThat(direct).hasSizeGreaterThan(10);
    assertThat(cold).isLessThan(direct.size() / 2);
    assertThat(sessions(population))
        .anyMatch(
            one -> one.getAccount().equals(teacher) && one.getKind() == SessionKind.ROLE_ASSERTED);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void letsTheFamilyShareATabletAndAHousehold(long seed) {
    Population population = draw(seed);
    Set<String> family = lookAlike(population, "family").accounts();

    assertThat(sessions(population))
        .anyMatch(
            one ->
                one.getKind() == SessionKind.HOUSEHOLD_LINKED
                    && family.contains(one.getAccount())
                    && family.contains(one.getLinkedAccount()));
    Set<String> onTablet =
        sessions(population).stream()
            .filter(one -> family.contains(one.getAccount()))
            .filter(one -> one.getDevice() != null && one.getDevice().startsWith("tablet"))
            .filter(one -> one.getDeviceKind() == DeviceKind.SHARED)
            .map(SessionEvent::getAccount)
            .collect(Collectors.toSet());
    assertThat(onTablet).isEqualTo(family);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void leavesSilenceAfterTheFirstDate(long seed) {
    Population population = draw(seed);
    Set<String> pair = lookAlike(population, "first date").accounts();
    List<Message> between =
        messages(population).stream()
            .filter(one -> one.getRecipients().size() == 1)
            .filter(one -> pair.contains(one.getSender()) && pair.containsAll(one.getRecipients()))
            .toList();
    Message last = between.get(between.size() - 1);

    assertThat(status(last)).isEqualTo(MeetingStatus.ACCEPTED);
    Meeting meeting = last.getMeeting();
    assertThat(meeting == null ? null : meeting.getPublicPlace()).isFalse();
  }

  private static Population draw(long seed) {
    return DRAWN.computeIfAbsent(
        seed, one -> Population.generate(PopulationSettings.DEFAULT.withSeed(one)));
  }

  private static PlantedCase planted(Population population, String indicator) {
    return population.truth().planted().stream()
        .filter(one -> one.indicator().equals(indicator))
        .findFirst()
        .orElseThrow();
  }

  private static LookAlike lookAlike(Population population, String name) {
    return population.truth().lookAlikes().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Message> meetings(Population population, String next, PlantedCase ambush) {
    return messages(population).stream()
        .filter(one -> one.getMeeting() != null)
        .filter(
            one ->
                ambush.actors().contains(one.getSender())
                    ? one.getRecipients().contains(next)
                    : one.getSender().equals(next)
                        && ambush.actors().containsAll(one.getRecipients()))
        .toList();
  }

  private static MeetingStatus status(Message message) {
    Meeting meeting = message.getMeeting();
    return meeting == null ? MeetingStatus.UNRECOGNISED : meeting.getStatus();
  }

  private static List<Message> messages(Population population) {
    return of(population, Message.class);
  }

  private static List<SessionEvent> sessions(Population population) {
    return of(population, SessionEvent.class);
  }

  private static List<Interaction> interactions(Population population) {
    return of(population, Interaction.class);
  }

  private static <T> List<T> of(Population population, Class<T> type) {
    List<T> records = new ArrayList<>();
    for (SimulatedEvent event : population.events()) {
      if (type.isInstance(event.record())) {
        records.add(type.cast(event.record()));
      }
    }
    return records;
  }
}
