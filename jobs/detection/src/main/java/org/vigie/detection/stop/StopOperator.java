package org.vigie.detection.stop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.jspecify.annotations.Nullable;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.Output;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.rule.RuleSet;
import org.vigie.detection.metric.MetricName;
import org.vigie.detection.rules.BuiltInRules;
import org.vigie.detection.rules.RuleBundle;

/**
 * Runs any stop: the keyed inputs come first, rule bundles for all subtasks second (ORDER §2.9). It
 * sends inputs of later stops to side outputs ({@link Routes}), and what the last stop has settled
 * to the main output.
 *
 * <p>Event time is that of the keyed inputs alone, whatever the bundles' stream does: it may be
 * silent or end without holding time back or letting it go. The end of data is no time either
 * (ORDER §2.6).
 */
public final class StopOperator extends AbstractStreamOperator<Input>
    implements TwoInputStreamOperator<Input, RuleBundle, Input>,
        Triggerable<Key, VoidNamespace>,
        KeyFold.Sink {
  private static final long serialVersionUID = 1L;
  private static final int KEYED = 0;

  /** Wall time, of which nothing but the moment of writing back depends. */
  private static final long TICK_MS = 100;

  private static final Comparator<RuleBundle> OLDEST_FIRST =
      Comparator.comparingLong(RuleBundle::effectiveFromMs).thenComparing(RuleBundle::id);

  private final StopDefinition definition;
  private transient @Nullable RuleHistory rules;
  private transient @Nullable BroadcastState<String, RuleBundle> bundles;
  private transient @Nullable KeyFolds<?> folds;

  /** An operator for one hop. */
  public StopOperator(StopDefinition definition) {
    this.definition = definition;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    List<RuleSet> known = definition.rules().ruleSets();
    RuleHistory history = new RuleHistory(known.get(0));
    known.forEach(history::add);
    BroadcastState<String, RuleBundle> received =
        context.getOperatorStateStore().getBroadcastState(StateCatalogue.BUNDLES);
    for (Map.Entry<String, RuleBundle> entry : received.immutableEntries()) {
      history.add(BuiltInRules.ruleSet(entry.getValue()));
    }
    rules = history;
    bundles = received;
  }

  @Override
  public void open() throws Exception {
    super.open();
    RuleHistory history = Objects.requireNonNull(rules);
    MetricName.RULE_SETS.measured(getMetricGroup(), history::size);
    MetricName.RULE_SETS_DROPPED.counted(getMetricGroup(), history::dropped);
    ValueState<byte[]> stored = getPartitionedState(StateCatalogue.FOLD);
    folds =
        KeyFolds.of(
            definition,
            history,
            new KeyFolds.Handles(
                this,
                stored,
                getInternalTimerService(
                    StateCatalogue.DEADLINES, VoidNamespaceSerializer.INSTANCE, this),
                getMetricGroup()),
            this);
    ScheduledFuture<?> unused = // it ends with the task
        getProcessingTimeService().scheduleWithFixedDelay(time -> folds().tick(), TICK_MS, TICK_MS);
  }

  @Override
  public void processElement1(StreamRecord<Input> element) throws Exception {
    folds().onInput(element.getValue());
  }

  @Override
  public void processElement2(StreamRecord<RuleBundle> element) throws Exception {
    RuleBundle bundle = element.getValue();
    BroadcastState<String, RuleBundle> kept = Objects.requireNonNull(bundles);
    kept.put(bundle.id(), bundle);
    forgetOldest(kept);
    Objects.requireNonNull(rules).add(BuiltInRules.ruleSet(bundle));
  }

  /** As many are stored as the history can hold; all subtasks drop the same, in any order. */
  private static void forgetOldest(BroadcastState<String, RuleBundle> kept) throws Exception {
    List<RuleBundle> all = new ArrayList<>();
    kept.immutableEntries().forEach(entry -> all.add(entry.getValue()));
    if (all.size() > RuleHistory.RULE_SETS_MAX) {
      kept.remove(Collections.min(all, OLDEST_FIRST).id());
    }
  }

  @Override
  public void onEventTime(InternalTimer<Key, VoidNamespace> timer) throws Exception {
    folds().onTimer(timer.getKey(), timer.getTimestamp());
  }

  @Override
  public void onProcessingTime(InternalTimer<Key, VoidNamespace> timer) {
    throw new IllegalStateException("no stop asks for wall time");
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    if (mark.getTimestamp() != Watermark.MAX_WATERMARK.getTimestamp()) {
      processWatermark(mark);
      return;
    }
    long endMs = definition.settings().endOfDataMs();
    if (endMs > folds().watermarkMs()) {
      timeServiceManager.advanceWatermark(new Watermark(endMs));
    }
    output.emitWatermark(mark);
  }

  @Override
  public void processWatermark2(Watermark mark) {
    // The bundles' stream has no say in time.
  }

  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == KEYED) {
      processWatermarkStatus(status);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    folds().flush();
  }

  @Override
  public void send(Input input) {
    output.collect(Routes.of(input), new StreamRecord<>(input));
  }

  @Override
  public void settled(Output settled) {
    Input input = settled.sentBy(folds().stopName(), settled.key().tag());
    output.collect(new StreamRecord<>(input));
  }

  private KeyFolds<?> folds() {
    return Objects.requireNonNull(folds, "open comes first");
  }
}
