package org.vigie.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.core.alert.Alert;
import org.vigie.core.alert.AlertState;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.FirstRules;
import org.vigie.core.rule.Harm;
import org.vigie.core.rule.Severity;
import org.vigie.core.run.Events.Rendezvous;

final class EngineTest {
  private static final long HOUR_MS = 3_600_000L;
  private static final long START_MS = 1_719_345_600_000L;

  @Test
  void raisesG1OnTheLastMinorThatReachesTheBar() {
    List<RecordedEvent> events = openings(7);

    List<Alert> alerts = settle(events);

    assertThat(alerts).hasSize(1);
    Alert alert = alerts.get(0);
    assertThat(alert.harm()).isEqualTo(Harm.GROOMING);
    assertThat(alert.severity()).isEqualTo(Severity.LOW);
    assertThat(alert.subject().id()).isEqualTo("adult");
    assertThat(alert.counterparts()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(alert.findings().get(0).explanation().en()).contains("unsolicited");
    assertThat(alert.findings().get(0).explanation().toString()).doesNotContain("{");
  }

  @Test
  void staysQuietOneMinorBelowTheBar() {
    assertThat(settle(openings(6))).isEmpty();
  }

  @Test
  void raisesG2AsHighOnTheFourthStageWithAMeeting() {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(Events.age("a1", "adult", START_MS, new AgeClaim(30, 30, AgeClaim.Source.VERIFIED)));
    events.add(Events.age("a2", "minor", START_MS, new AgeClaim(13, 15, AgeClaim.Source.GUARDIAN)));
    SignalCode[] codes = {
      SignalCode.FLATTERY, SignalCode.SECRECY, SignalCode.AGE_PROBE, SignalCode.MEETING_PROPOSAL
    };
    for (int i = 0; i < codes.length; i++) {
      events.add(Events.message("m" + i, "adult", "minor", START_MS + (i + 1) * HOUR_MS, codes[i]));
    }

    List<Alert> alerts = settle(events);

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).severity()).isEqualTo(Severity.HIGH);
    assertThat(alerts.get(0).evidence()).hasSize(4);
    assertThat(alerts.get(0).findings().get(0).explanation().toString()).doesNotContain("{");
  }

  @Test
  void warnsOfTheNextMeetingOfTheDeviceWhenARobberyIsReported() {
    List<RecordedEvent> events = ambush();

    List<Alert> alerts = settle(events);

    Alert first = alerts.get(0);
    assertThat(first.harm()).isEqualTo(Harm.AMBUSH);
    assertThat(first.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(first.subject().kind()).isEqualTo(SubjectKind.DEVICE);
    assertThat(first.linkedAccounts()).containsExactly("lure1", "lure2");
    assertThat(first.pending()).hasSize(2);
    assertThat(first.pending().get(0).with()).isEqualTo("next");
    assertThat(first.timeMs()).isLessThan(first.pending().get(0).timeMs());
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(1).pending()).isEmpty();
    assertThat(alerts.get(1).timeline().meetingMs())
        .as("when it was to be, also once it is over")
        .isEqualTo(first.timeline().meetingMs());
    assertThat(alerts.get(1).state()).isEqualTo(AlertState.OPEN);
  }

  @Test
  void tellsWhatIsBelievedOfTheAgesOfEveryAccountOfALink() {
    List<RecordedEvent> events = ambush();
    AgeClaim adult = new AgeClaim(30, 30, AgeClaim.Source.VERIFIED);
    events.add(Events.age("a1", "lure1", START_MS - 1, adult));
    AgeClaim minor = new AgeClaim(13, 15, AgeClaim.Source.DECLARED);
    events.add(Events.age("a2", "lure2", START_MS + HOUR_MS, minor));

    List<Counterpart> ages = settle(events).get(0).subjectAges();

    assertThat(ages).extracting(Counterpart::account).containsExactly("lure1", "lure2");
    assertThat(ages.get(0).age().source()).isEqualTo(AgeClaim.Source.VERIFIED);
    assertThat(ages.get(1).age().dateMs())
        .as("learned after it was seen")
        .isEqualTo(START_MS + HOUR_MS);
  }

  @Test
  void tellsTheAgeOfAnAccountWithoutADevice() {
    List<RecordedEvent> events = new ArrayList<>();
    AgeClaim adult = new AgeClaim(30, 30, AgeClaim.Source.VERIFIED);
    events.add(Events.age("a1", "a", START_MS, adult));
    events.add(Events.age("a2", "b", START_MS, adult));
    events.add(Events.message("m", "b", "a", START_MS + 1));
    events.add(Events.report("r", "b", "a", START_MS + 2, Report.Category.ROBBERY));

    List<Counterpart> ages = settle(events).get(0).subjectAges();

    assertThat(ages).extracting(Counterpart::account).containsExactly("a");
    assertThat(ages.get(0).age().sourced()).isTrue();
  }

  @Test
  void settlesTheSameAlertsInAnyOrderOfArrival() {
    List<RecordedEvent> events = ambush();
    events.addAll(openings(8));
    List<Alert> expected = settle(events);
    for (int seed = 0; seed < 50; seed++) {
      List<RecordedEvent> shuffled = new ArrayList<>(events);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(settle(shuffled)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static List<RecordedEvent> ambush() {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(Events.signIn("s1", "lure1", START_MS, "d1"));
    events.add(Events.signIn("s2", "lure2", START_MS + 1000, "d1"));
    events.add(
        Events.meeting(
            "p1", "lure1", "first", START_MS + HOUR_MS, new Rendezvous(2 * HOUR_MS, "cell-1")));
    events.add(
        Events.meeting(
            "p2", "lure2", "next", START_MS + 2 * HOUR_MS, new Rendezvous(7 * HOUR_MS, "cell-2")));
    events.add(
        Events.report("r1", "first", "lure1", START_MS + 5 * HOUR_MS, Report.Category.ROBBERY));
    events.add(Events.message("x1", "far", "away", START_MS + 40 * HOUR_MS));
    return events;
  }

  private static List<RecordedEvent> openings(int count) {
    List<RecordedEvent> events = new ArrayList<>();
    events.add(Events.age("a1", "adult", START_MS, new AgeClaim(30, 30, AgeClaim.Source.VERIFIED)));
    for (int i = 0; i < count; i++) {
      String minor = "minor" + i;
      events.add(
          Events.age("g" + i, minor, START_MS, new AgeClaim(13, 15, AgeClaim.Source.GUARDIAN)));
      events.add(Events.message("o" + i, "adult", minor, START_MS + (i + 1) * HOUR_MS));
    }
    return events;
  }

  private static List<Alert> settle(List<RecordedEvent> events) {
    Engine engine = new Engine(FirstRules.ruleSet());
    engine.accept(events);
    long endMs = events.stream().mapToLong(RecordedEvent::recordedMs).max().orElse(0);
    engine.advanceTo(endMs);
    return engine.settled();
  }
}
