package org.vigie.detection.audit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.rules.BuiltInRules;
import org.vigie.detection.rules.KnownRules;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/**
 * Writes the audit: notes come first, rule bundles second, entries go out once a completed
 * checkpoint holds them ({@link AuditWriter}). It has one subtask, since a chain has one end.
 *
 * <p>Event time is that of the notes alone, as in every stop. The end of data is no time: what
 * waits then stays in the state.
 */
public final class AuditOperator extends AbstractStreamOperator<AuditEntry>
    implements TwoInputStreamOperator<AuditEntry, RuleBundle, AuditEntry> {
  private static final long serialVersionUID = 1L;
  private static final int NOTES = 0;

  private final AuditSettings settings;
  private final KnownRules rules;
  private transient long run;
  private transient boolean ended;
  private transient @Nullable AuditWriter writer;
  private transient @Nullable BinaryCodec<AuditEntry> codec;
  private transient @Nullable ListState<Long> runState;
  private transient @Nullable ListState<byte[]> lastState;
  private transient @Nullable ListState<byte[]> pendingState;
  private transient @Nullable ListState<byte[]> unsentState;

  /**
   * An operator for one job.
   *
   * @param rules what is in force from the start
   */
  public AuditOperator(AuditSettings settings, KnownRules rules) {
    this.settings = settings;
    this.rules = rules;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    codec = BinaryCodec.of(RecordKind.AUDIT_ENTRY, AuditEntry.class);
    runState = context.getOperatorStateStore().getListState(AuditState.RUN);
    lastState = context.getOperatorStateStore().getListState(AuditState.LAST);
    pendingState = context.getOperatorStateStore().getListState(AuditState.PENDING);
    unsentState = context.getOperatorStateStore().getListState(AuditState.UNSENT);
    List<Long> numbers = new ArrayList<>();
    runState.get().forEach(numbers::add);
    boolean isNew = numbers.isEmpty();
    boolean isRestart = !isNew && numbers.get(0) == settings.submittedMs();
    long before = isNew ? Long.MIN_VALUE : numbers.get(1);
    // Later runs sort later even where a clock went back, as in AlertEncoder.
    run = isRestart ? before : Math.max(settings.submittedMs(), before + 1);
    AuditCounts counts = new AuditCounts(getMetricGroup());
    writer =
        new AuditWriter(name(), HeadSigner.of(settings.keyFile()), kept(numbers), counts::count);
    if (!isRestart) {
      for (RuleSet ruleSet : rules.ruleSets()) {
        writer().begin(RuleNotes.atStart(ruleSet, settings.submittedMs()));
      }
    }
  }

  private String name() {
    return settings.job() + "/" + String.format(Locale.ROOT, "%013d", run);
  }

  private AuditWriter.Kept kept(List<Long> numbers) throws Exception {
    if (numbers.isEmpty()) {
      return AuditWriter.Kept.NOTHING;
    }
    Iterator<AuditEntry> last = entries(lastState).iterator();
    return new AuditWriter.Kept(
        numbers.get(2),
        last.hasNext() ? last.next() : null,
        entries(pendingState),
        entries(unsentState));
  }

  @Override
  public void processElement1(StreamRecord<AuditEntry> element) {
    writer().note(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<RuleBundle> element) {
    writer().note(RuleNotes.published(BuiltInRules.ruleSet(element.getValue())));
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    if (mark.getTimestamp() != Watermark.MAX_WATERMARK.getTimestamp()) {
      writer().passed(mark.getTimestamp());
    }
    processWatermark(mark);
  }

  @Override
  public void processWatermark2(Watermark mark) {
    // The bundles' stream has no say in time.
  }

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == NOTES) {
      processWatermarkStatus(status);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    AuditWriter.Kept kept = writer().keep(context.getCheckpointId());
    state(runState).update(List.of(settings.submittedMs(), run, kept.day()));
    state(lastState).update(kept.last() == null ? List.of() : bytes(List.of(kept.last())));
    state(pendingState).update(bytes(kept.pending()));
    state(unsentState).update(bytes(kept.unsent()));
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    if (!ended) { // nothing can be sent any more after the end of input
      writer().complete(checkpointId).forEach(one -> output.collect(new StreamRecord<>(one)));
    }
  }

  @Override
  public void finish() throws Exception {
    super.finish();
    ended = true;
  }

  private List<byte[]> bytes(List<AuditEntry> entries) {
    BinaryCodec<AuditEntry> made = Objects.requireNonNull(codec, "initializeState comes first");
    return entries.stream().map(made::encode).toList();
  }

  private List<AuditEntry> entries(@Nullable ListState<byte[]> stored) throws Exception {
    List<AuditEntry> entries = new ArrayList<>();
    for (byte[] bytes : state(stored).get()) {
      Decoded<AuditEntry> read = Objects.requireNonNull(codec).decode(bytes);
      if (!(read instanceof Decoded.Accepted<AuditEntry> accepted)) {
        throw new IllegalStateException("the state holds an entry that no published schema reads");
      }
      entries.add(accepted.record());
    }
    return entries;
  }

  private AuditWriter writer() {
    return Objects.requireNonNull(writer, "initializeState comes first");
  }

  private static <T> ListState<T> state(@Nullable ListState<T> state) {
    return Objects.requireNonNull(state, "initializeState comes first");
  }
}
