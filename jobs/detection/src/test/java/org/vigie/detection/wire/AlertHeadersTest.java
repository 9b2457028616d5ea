package org.vigie.detection.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.AlertState;
import org.vigie.alert.Evidence;
import org.vigie.alert.EvidenceKind;
import org.vigie.alert.Harm;
import org.vigie.alert.Severity;
import org.vigie.alert.SubjectKind;
import org.vigie.alert.SubjectRole;
import org.vigie.alert.Timeline;
import org.vigie.schemas.WireFrame;

final class AlertHeadersTest {
  private static final long DETECTED_MS = 1_719_345_600_000L;

  @Test
  void saysWhatTheValueIs() {
    assertThat(headers(new AlertHeaders(WireFrame.CONFLUENT, null), alert().build()))
        .containsExactly(
            Map.entry("content-type", "application/avro; frame=confluent"),
            Map.entry("vigie.schema", "org.vigie.alert.Alert"));
    assertThat(headers(new AlertHeaders(WireFrame.SINGLE_OBJECT, null), alert().build()))
        .containsEntry("content-type", "application/avro; frame=single-object");
  }

  @Test
  void passesOnTheTraceOfTheNewestEventThatNamesOne() {
    Alert alert =
        alert()
            .setEvidence(
                List.of(
                    evidence("m1", "00-older"), evidence("m2", "00-newer"), evidence("m3", null)))
            .build();

    assertThat(headers(new AlertHeaders(WireFrame.CONFLUENT, null), alert))
        .containsEntry("traceparent", "00-newer");
  }

  @Test
  void bearsTheAttributesOfCloudEventsWhereAsked() {
    AlertHeaders headers = new AlertHeaders(WireFrame.CONFLUENT, "/vigie/night-watch");

    assertThat(headers(headers, alert().build()))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "an-id/3")
        .containsEntry("ce_source", "/vigie/night-watch")
        .containsEntry("ce_type", "org.vigie.alert.settled")
        .containsEntry("ce_subject", "an-id")
        .containsEntry("ce_time", "2024-06-25T20:00:00Z");
  }

  @Test
  void tellsWhatWasSaidFromItsWithdrawal() {
    AlertHeaders headers = new AlertHeaders(WireFrame.CONFLUENT, "/vigie/x");
    Alert.Builder said = alert().setSettled(false).setProvisionalId("p1");

    assertThat(headers(headers, said.build()))
        .containsEntry("ce_id", "an-id/p1/OPEN")
        .containsEntry("ce_type", "org.vigie.alert.provisional");
    assertThat(headers(headers, said.setState(AlertState.WITHDRAWN).build()))
        .containsEntry("ce_id", "an-id/p1/WITHDRAWN")
        .containsEntry("ce_type", "org.vigie.alert.withdrawn");
  }

  private static Map<String, String> headers(AlertHeaders headers, Alert alert) {
    RecordHeaders target = new RecordHeaders();
    headers.addTo(target, alert);
    Map<String, String> texts = new TreeMap<>();
    for (Header header : target) {
      texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static Evidence evidence(String eventId, @Nullable String traceparent) {
    return Evidence.newBuilder()
        .setEventId(eventId)
        .setKind(EvidenceKind.MESSAGE)
        .setTraceparent(traceparent)
        .build();
  }

  private static Alert.Builder alert() {
    return Alert.newBuilder()
        .setAlertId("an-id")
        .setRevision(3)
        .setCommunity("c1")
        .setHarm(Harm.AMBUSH)
        .setSeverity(Severity.LOW)
        .setState(AlertState.OPEN)
        .setSettled(true)
        .setCertain(true)
        .setSubject("d1")
        .setSubjectKind(SubjectKind.DEVICE)
        .setSubjectRole(SubjectRole.SUSPECTED_ACTOR)
        .setTimeline(Timeline.newBuilder().setDetectedEventTime(DETECTED_MS).build());
  }
}
