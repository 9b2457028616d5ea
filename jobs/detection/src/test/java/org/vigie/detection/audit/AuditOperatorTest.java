package org.vigie.detection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.detection.rules.BuiltInRules;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.detection.type.Types;
import org.vigie.rules.bundle.ShippedRules;

/** Under which name the operator writes, and when. */
final class AuditOperatorTest {
  private static final long SUBMITTED_MS = 1_764_493_200_000L;
  private static final String RUN = "watch/1764493200000";

  @Test
  void beginsWithTheRulesAndSendsOnlyWhatACompletedCheckpointHolds() throws Exception {
    try (var operator = operator(SUBMITTED_MS, "")) {
      operator.open();
      operator.processElement1(new StreamRecord<>(note(50)));
      operator.processWatermark1(new Watermark(100));
      operator.snapshot(1, 0);
      assertThat(sent(operator)).isEmpty();

      operator.notifyOfCompletedCheckpoint(1);

      assertThat(sent(operator))
          .extracting(AuditEntry::getKind)
          .containsExactly(AuditKind.RULES_IN_FORCE, AuditKind.ERASURE_REQUESTED);
      assertThat(sent(operator)).extracting(AuditEntry::getWriter).containsOnly(RUN);
      assertThat(sent(operator).get(0).getBundle()).isEqualTo(ShippedRules.ruleSet().bundle());
      assertThat(sent(operator).get(0).getTime()).isEqualTo(SUBMITTED_MS);
    }
  }

  @Test
  void goesOnWithItsChainAfterARestart() throws Exception {
    OperatorSubtaskState state = stateAfterOneNote();
    try (var operator = operator(SUBMITTED_MS, "")) {
      operator.initializeState(state);
      operator.open();
      operator.processElement1(new StreamRecord<>(note(200)));
      operator.processWatermark1(new Watermark(300));
      operator.snapshot(2, 0);
      operator.notifyOfCompletedCheckpoint(2);

      // Rules are not begun with again; what the state held is sent, perhaps for the second time.
      assertThat(sent(operator)).extracting(AuditEntry::getSequence).containsExactly(1L, 2L, 3L);
      assertThat(sent(operator)).extracting(AuditEntry::getWriter).containsOnly(RUN);
    }
  }

  @Test
  void writesAsALaterRunOnceItIsSubmittedAnewThoughAClockWentBack() throws Exception {
    OperatorSubtaskState state = stateAfterOneNote();
    try (var operator = operator(SUBMITTED_MS - 60_000, "")) {
      operator.initializeState(state);
      operator.open();
      operator.snapshot(2, 0);
      operator.notifyOfCompletedCheckpoint(2);

      AuditEntry last = sent(operator).get(2);
      assertThat(last.getWriter()).isEqualTo("watch/1764493200001");
      assertThat(last.getSequence()).isEqualTo(1);
      assertThat(last.getContinuesWriter()).isEqualTo(RUN);
      assertThat(last.getContinuesSequence()).isEqualTo(2);
    }
  }

  @Test
  void notesRulesThatCameAtTheInstantFromWhichTheyJudge() throws Exception {
    try (var operator = operator(SUBMITTED_MS, "")) {
      operator.open();
      operator.processElement1(new StreamRecord<>(note(120)));
      operator.processElement2(new StreamRecord<>(new RuleBundle(BuiltInRules.SHIPPED, 100)));
      operator.processElement1(new StreamRecord<>(note(80)));
      operator.processWatermark2(new Watermark(1000));
      operator.snapshot(1, 0);
      operator.notifyOfCompletedCheckpoint(1);
      assertThat(sent(operator)).as("the bundles' stream lets no time pass").hasSize(1);

      operator.processWatermark1(new Watermark(1000));
      operator.snapshot(2, 0);
      operator.notifyOfCompletedCheckpoint(2);

      assertThat(sent(operator)).extracting(AuditEntry::getTime).endsWith(80L, 100L, 120L);
      assertThat(sent(operator).get(2).getEffectiveFrom()).isEqualTo(100);
    }
  }

  @Test
  void takesTheEndOfDataForNoTimeAndSendsNothingAfterIt() throws Exception {
    try (var operator = operator(SUBMITTED_MS, "")) {
      operator.open();
      operator.processElement1(new StreamRecord<>(note(50)));
      operator.processWatermark1(Watermark.MAX_WATERMARK);
      operator.snapshot(1, 0);
      ((AuditOperator) operator.getOperator()).finish();
      operator.notifyOfCompletedCheckpoint(1);

      assertThat(sent(operator)).isEmpty();
    }
  }

  @Test
  void doesNotStartWithoutTheKeyItWasTold() throws Exception {
    try (var operator = operator(SUBMITTED_MS, "/no/such/key.pem")) {
      assertThatThrownBy(operator::open).hasStackTraceContaining("vigie.audit.key-file");
    }
  }

  private static OperatorSubtaskState stateAfterOneNote() throws Exception {
    try (var operator = operator(SUBMITTED_MS, "")) {
      operator.open();
      operator.processElement1(new StreamRecord<>(note(50)));
      operator.processWatermark1(new Watermark(100));
      return operator.snapshot(1, 0);
    }
  }

  private static AuditEntry note(long timeMs) {
    return AuditEntry.newBuilder()
        .setWriter("")
        .setSequence(0)
        .setKind(AuditKind.ERASURE_REQUESTED)
        .setTime(timeMs)
        .setEventId("e" + timeMs)
        .build();
  }

  private static TwoInputStreamOperatorTestHarness<AuditEntry, RuleBundle, AuditEntry> operator(
      long submittedMs, String keyFile) throws Exception {
    AuditSettings settings = new AuditSettings("watch", submittedMs, keyFile);
    var operator =
        new TwoInputStreamOperatorTestHarness<>(
            new AuditOperator(settings, () -> List.of(ShippedRules.ruleSet())));
    operator.setup(Types.AUDIT_ENTRY.createSerializer(new SerializerConfigImpl()));
    return operator;
  }

  private static List<AuditEntry> sent(
      TwoInputStreamOperatorTestHarness<AuditEntry, RuleBundle, AuditEntry> operator) {
    List<AuditEntry> sent = new ArrayList<>();
    for (Object output : operator.getOutput()) {
      if (output instanceof StreamRecord<?> record && record.getValue() instanceof AuditEntry one) {
        sent.add(one);
      }
    }
    return sent;
  }
}
