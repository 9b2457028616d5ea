package org.vigie.detection.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Alert;
import org.vigie.alert.Progress;
import org.vigie.core.order.Input;

/** What is said of progress, and by which run. */
final class AlertEncoderTest {
  private static final long SUBMITTED_MS = 1_719_345_600_000L;

  @Test
  void saysHowFarItHadSettledOnceTheCheckpointIsComplete() throws Exception {
    try (var encoder = encoder(SUBMITTED_MS, 2, 1)) {
      encoder.open();
      encoder.processWatermark(new Watermark(100));
      encoder.snapshot(7, 0);
      encoder.processWatermark(new Watermark(200));
      assertThat(said(encoder)).isEmpty();

      encoder.notifyOfCompletedCheckpoint(7);

      assertThat(said(encoder)).containsExactly(progress("1719345600000", 1, 2, 7, 100));
    }
  }

  @Test
  void saysNothingBeforeTimeHasPassedNorAfterTheEndOfData() throws Exception {
    try (var encoder = encoder(SUBMITTED_MS, 1, 0)) {
      encoder.open();
      encoder.snapshot(1, 0);
      encoder.notifyOfCompletedCheckpoint(1);
      encoder.processWatermark(new Watermark(100));
      encoder.processWatermark(Watermark.MAX_WATERMARK);
      encoder.snapshot(2, 0);
      encoder.notifyOfCompletedCheckpoint(2);
      assertThat(said(encoder)).containsExactly(progress("1719345600000", 0, 1, 2, 100));

      encoder.getOneInputOperator().finish();
      encoder.snapshot(3, 0);
      encoder.notifyOfCompletedCheckpoint(3);
      assertThat(said(encoder)).hasSize(1);
    }
  }

  @Test
  void goesOnAsALaterRunFromTheLeastThatAllSubtasksHadSettled() throws Exception {
    OperatorSubtaskState both =
        AbstractStreamOperatorTestHarness.repackageState(
            stateAt(SUBMITTED_MS, 0, 300), stateAt(SUBMITTED_MS, 1, 200));
    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState mine =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(both, 720, 2, 3, subtask);
      // Submitted by a machine whose clock is behind.
      try (var encoder = encoder(SUBMITTED_MS - 60_000, 3, subtask)) {
        encoder.initializeState(mine);
        encoder.open();
        encoder.processWatermark(new Watermark(150));
        encoder.snapshot(9, 0);
        encoder.notifyOfCompletedCheckpoint(9);

        assertThat(said(encoder)).containsExactly(progress("1719345600001", subtask, 3, 9, 200));
      }
    }
  }

  private static OperatorSubtaskState stateAt(long submittedMs, int subtask, long timeMs)
      throws Exception {
    try (var encoder = encoder(submittedMs, 2, subtask)) {
      encoder.open();
      encoder.processWatermark(new Watermark(timeMs));
      return encoder.snapshot(8, 0);
    }
  }

  private static OneInputStreamOperatorTestHarness<Input, Alert> encoder(
      long submittedMs, int parallelism, int subtask) throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new AlertEncoder(JobMarks.NONE, false, submittedMs), 720, parallelism, subtask);
  }

  private static List<Progress> said(OneInputStreamOperatorTestHarness<Input, Alert> encoder) {
    Queue<StreamRecord<Progress>> said = encoder.getSideOutput(AlertEncoder.PROGRESS);
    List<Progress> records = new ArrayList<>();
    if (said != null) {
      said.forEach(record -> records.add(record.getValue()));
    }
    return records;
  }

  private static Progress progress(
      String run, int subtask, int parallelism, long checkpoint, long throughMs) {
    return Progress.newBuilder()
        .setRun(run)
        .setSubtask(subtask)
        .setParallelism(parallelism)
        .setCheckpoint(checkpoint)
        .setSettledThrough(throughMs)
        .build();
  }
}
