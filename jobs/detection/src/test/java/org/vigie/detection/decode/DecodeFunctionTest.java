package org.vigie.detection.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.Trace;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.Samples;
import org.vigie.detection.legal.LegalBases;
import org.vigie.detection.stop.Routes;
import org.vigie.detection.wire.WireFormat;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.schemas.RecordKind;

final class DecodeFunctionTest {
  private static final byte[] GARBAGE = {1, 2, 3};
  private static final byte[] KEY = {9};

  @Test
  void sendsInputsToTheirStops() throws Exception {
    byte[] payload = new EventEncoder().encode(Samples.age("s1", "a1", 5, 13, 15));
    try (OneInputStreamOperatorTestHarness<LogRecord, Input> harness = harness(false)) {
      harness.processElement(
          new LogRecord(RecordKind.SESSION, "vigie.sessions", 0, 0, 5, null, payload, Trace.NONE),
          5);

      assertThat(harness.getSideOutput(Routes.to(StopName.SENDER))).hasSize(1);
      assertThat(harness.getSideOutput(Routes.to(StopName.RECIPIENT))).hasSize(1);
      assertThat(harness.getSideOutput(DecodeFunction.DEAD_LETTERS)).isNull();
      assertThat(harness.getOutput()).isEmpty();
    }
  }

  @Test
  void sendsADeadLetterThatNamesThePlaceAndNotTheContent() throws Exception {
    DeadLetter letter = letter(false);

    assertThat(letter.getCode()).isEqualTo(DeadLetterCode.UNREADABLE);
    assertThat(letter.getSourceTopic()).isEqualTo("vigie.messages");
    assertThat(letter.getPartition()).isEqualTo(2);
    assertThat(letter.getOffset()).isEqualTo(7);
    assertThat(letter.getTime()).isEqualTo(5);
    assertThat(letter.getPayloadSha256()).startsWith("039058c6f2c0");
    assertThat(letter.getPayload()).isNull();
    assertThat(letter.getKey()).isNull();
    assertThat(letter.getValue()).isNull();
  }

  @Test
  void carriesTheContentWhereTheOperatorAllowsIt() throws Exception {
    DeadLetter letter = letter(true);

    assertThat(Objects.requireNonNull(letter.getPayload()).array()).isEqualTo(GARBAGE);
    assertThat(Objects.requireNonNull(letter.getKey()).array()).isEqualTo(KEY);
  }

  @Test
  void notesReviewsAndRequestsForErasureForTheAuditAndNothingElse() throws Exception {
    try (OneInputStreamOperatorTestHarness<LogRecord, Input> harness = harness(false)) {
      harness.processElement(record(Samples.review("r1", 5), "vigie.reviews"), 5);
      harness.processElement(record(Samples.age("s1", "a1", 5, 13, 15), "vigie.sessions"), 5);
      harness.processElement(record(Samples.message("m1", "a1", "b1", 5), "vigie.messages"), 5);
      harness.processElement(record(erasure(), "vigie.sessions"), 5);

      List<AuditEntry> notes = new ArrayList<>();
      harness.getSideOutput(DecodeFunction.NOTES).forEach(one -> notes.add(one.getValue()));
      assertThat(notes)
          .extracting(AuditEntry::getKind, AuditEntry::getEventId)
          .containsExactly(
              tuple(AuditKind.REVIEW_TAKEN, "r1"), tuple(AuditKind.ERASURE_REQUESTED, "e1"));
      assertThat(notes.get(0).getReviewer()).isEqualTo("r1");
      assertThat(notes.get(0).getPayloadSha256()).hasSize(64);
      assertThat(notes.get(1).toString()).doesNotContain("forgotten");
      assertThat(notes.get(1).getPayloadSha256()).isNull();
      assertThat(notes.get(1).getOffset()).isEqualTo(3);
    }
  }

  private static SessionEvent erasure() {
    return SessionEvent.newBuilder()
        .setEventId("e1")
        .setCommunity("c1")
        .setTime(5)
        .setAccount("forgotten")
        .setKind(SessionKind.ERASURE_REQUESTED)
        .build();
  }

  private static LogRecord record(SpecificRecord event, String topic) {
    byte[] payload = new EventEncoder().encode(event);
    return new LogRecord(RecordKind.of(event), topic, 0, 3, 5, null, payload, Trace.NONE);
  }

  private static DeadLetter letter(boolean withPayload) throws Exception {
    try (OneInputStreamOperatorTestHarness<LogRecord, Input> harness = harness(withPayload)) {
      harness.processElement(
          new LogRecord(RecordKind.MESSAGE, "vigie.messages", 2, 7, 5, KEY, GARBAGE, Trace.NONE),
          5);
      Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(DecodeFunction.DEAD_LETTERS);
      assertThat(letters).hasSize(1);
      return List.copyOf(letters).get(0).getValue();
    }
  }

  private static OneInputStreamOperatorTestHarness<LogRecord, Input> harness(boolean withPayload)
      throws Exception {
    return ProcessFunctionTestHarnesses.forProcessFunction(
        new DecodeFunction(
            0,
            new DecodeSettings(
                TimeBounds.DEFAULT,
                withPayload,
                WireFormat.singleObject(),
                LegalBases.UNDECLARED)));
  }
}
