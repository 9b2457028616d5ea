package org.vigie.chaos.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.chaos.oracle.Found;
import org.vigie.chaos.oracle.Oracle;
import org.vigie.chaos.oracle.Oracle.Expectation;
import org.vigie.core.event.Trace;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.event.Meeting;
import org.vigie.event.Message;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.JsonLineReader;
import org.vigie.schemas.RecordKind;
import org.vigie.simulator.SimulatedEvent;

/** Towns in virtual time, at an even pace. */
final class TownsTest {
  private static final long SEED = 11;
  private static final int EVENTS_PER_SECOND = 100;
  private static final long START_MS = 1_750_000_000_000L;

  @Test
  void raiseAlertsByEveryRuleButTheOneThatWaitsTwoDays() {
    List<LogRecord> log = log(5_000);

    Expectation expected = Oracle.expect(log, log.get(log.size() - 1).recordedMs());

    assertThat(expected.forced()).isZero();
    assertThat(expected.refused()).isZero();
    assertThat(Found.in(alerts(expected)).silent()).containsExactly("A3");
  }

  @Test
  void tellTheSameTimeOfAMeetingWhoeverSpeaksOfItAndLetWhatFollowsFollow() {
    Map<String, Long> timesMs = new HashMap<>();
    int again = 0;
    for (SimulatedEvent event : events(5_000)) {
      if (event.record() instanceof Message message && message.getMeeting() != null) {
        Meeting meeting = message.getMeeting();
        String id = message.getCommunity() + meeting.getId();
        Long before = timesMs.putIfAbsent(id, meeting.getTime());
        assertThat(before).isIn(null, meeting.getTime());
        again += before == null ? 0 : 1;
      }
    }

    assertThat(again).isGreaterThan(20);
    long endMs = START_MS + 50_000;
    assertThat(timesMs.values()).filteredOn(timeMs -> timeMs < endMs).hasSizeGreaterThan(20);
  }

  @Test
  void spoilRecordsInFourWaysOfWhichNoneIsTaken() {
    SimulatedEvent event = events(1).get(0);
    byte[] value = new EventEncoder().encode(event.record());

    assertThat(Oracle.expect(List.of(record(event, 0, value)), START_MS).refused()).isZero();
    for (int number = 0; number < 4; number++) {
      byte[] spoilt = Spoilt.of(value, number);
      assertThat(Oracle.expect(List.of(record(event, 0, spoilt)), START_MS).refused())
          .as("way %d", number)
          .isEqualTo(1);
    }
  }

  private static List<Alert> alerts(Expectation expected) {
    JsonLineReader reader = JsonLineReader.of(RecordKind.ALERT);
    List<Alert> alerts = new ArrayList<>();
    for (String line : expected.revisions()) {
      JsonLine read = reader.read(1, line.getBytes(StandardCharsets.UTF_8));
      alerts.add((Alert) ((JsonLine.Read) read).record());
    }
    return alerts;
  }

  private static List<SimulatedEvent> events(int count) {
    Towns towns = new Towns(SEED, EVENTS_PER_SECOND);
    List<SimulatedEvent> events = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      events.add(towns.next(START_MS + at * 1_000L / EVENTS_PER_SECOND));
    }
    return events;
  }

  private static List<LogRecord> log(int count) {
    EventEncoder encoder = new EventEncoder();
    List<LogRecord> log = new ArrayList<>();
    for (SimulatedEvent event : events(count)) {
      log.add(record(event, log.size(), encoder.encode(event.record())));
    }
    return log;
  }

  private static LogRecord record(SimulatedEvent event, int offset, byte[] value) {
    return new LogRecord(
        event.kind(), "log", 0, offset, event.recordedMs(), null, value, Trace.NONE);
  }
}
