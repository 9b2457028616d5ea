package org.vigie.detection.alert;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.Progress;
import org.vigie.core.order.Input;
import org.vigie.detection.type.Types;

/**
 * The last hop: a settled revision as the engine packs it becomes the record of the contract, and
 * with each completed checkpoint it is said how far alerts are settled (ORDER §4).
 *
 * <p>It sits right behind the last stop, which settles everything up to a watermark before it sends
 * the watermark: what has passed here before a barrier is in the sink before that barrier, and the
 * sink flushes it before the checkpoint is complete.
 *
 * <p>A run is what goes on from one restore. Its id is the time of submission, or one more than
 * that of the run whose state it goes on from, whichever is greater: later runs sort later even
 * where a clock went back, and all subtasks know it without asking each other.
 */
public final class AlertEncoder extends AbstractStreamOperator<Alert>
    implements OneInputStreamOperator<Input, Alert> {
  /** How far the subtask has settled. */
  public static final OutputTag<Progress> PROGRESS = new OutputTag<>("progress", Types.PROGRESS);

  /** What reviews did, for the audit. */
  public static final OutputTag<AuditEntry> NOTES =
      new OutputTag<>("review-notes", Types.AUDIT_ENTRY);

  private static final long serialVersionUID = 1L;

  private final JobMarks marks;
  private final boolean transactional;
  private final long submittedMs;
  private transient long run;
  private transient boolean ended;
  private transient @Nullable RevisionCounters counters;
  private transient @Nullable AlertRecords records;
  private transient @Nullable SettledClaims claims;
  private transient @Nullable ListState<Long> runs;
  private transient @Nullable ListState<Long> settledThrough;

  /**
   * An encoding hop.
   *
   * @param marks what the job's options put on every alert
   * @param transactional whether alerts are delivered by transactions
   * @param submittedMs when the job was submitted, epoch milliseconds
   */
  public AlertEncoder(JobMarks marks, boolean transactional, long submittedMs) {
    this.marks = marks;
    this.transactional = transactional;
    this.submittedMs = submittedMs;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    runs = context.getOperatorStateStore().getUnionListState(ProgressState.RUN);
    settledThrough =
        context.getOperatorStateStore().getUnionListState(ProgressState.SETTLED_THROUGH);
    run = submittedMs;
    for (long before : runs.get()) {
      run = Math.max(run, before + 1);
    }
    long leastMs = Long.MAX_VALUE;
    for (long throughMs : settledThrough.get()) {
      leastMs = Math.min(leastMs, throughMs);
    }
    boolean isNew = leastMs == Long.MAX_VALUE;
    claims = new SettledClaims(transactional, isNew ? Long.MIN_VALUE : leastMs);
  }

  @Override
  public void open() throws Exception {
    super.open();
    counters = new RevisionCounters(getMetricGroup());
    records = new AlertRecords(marks);
  }

  @Override
  public void processElement(StreamRecord<Input> element) {
    Input settled = element.getValue();
    Alert revision = Objects.requireNonNull(records, "open comes first").settled(settled);
    Objects.requireNonNull(counters, "open comes first").count(revision);
    output.collect(new StreamRecord<>(revision));
    AuditEntry note = ReviewNotes.of(settled.root(), revision);
    if (note != null) {
      output.collect(NOTES, new StreamRecord<>(note));
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    // The end of data settles nothing by itself: it is no time.
    if (mark.getTimestamp() != Watermark.MAX_WATERMARK.getTimestamp()) {
      claims().passed(mark.getTimestamp());
    }
    super.processWatermark(mark);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    long passedMs = claims().note(context.getCheckpointId());
    Objects.requireNonNull(runs).update(List.of(run));
    Objects.requireNonNull(settledThrough).update(List.of(passedMs));
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    if (!ended) { // nothing can be sent any more after the end of input
      claims().complete(checkpointId).ifPresent(this::say);
    }
  }

  @Override
  public void finish() throws Exception {
    super.finish();
    ended = true;
  }

  private void say(SettledClaims.Claim claim) {
    Progress progress =
        Progress.newBuilder()
            .setRun(String.format(Locale.ROOT, "%013d", run))
            .setSubtask(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask())
            .setParallelism(getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks())
            .setSettledThrough(claim.throughMs())
            .setCheckpoint(claim.checkpoint())
            .build();
    output.collect(PROGRESS, new StreamRecord<>(progress));
  }

  private SettledClaims claims() {
    return Objects.requireNonNull(claims, "initializeState comes first");
  }
}
