package org.vigie.detection.stop;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.detection.metric.MetricName;

/**
 * The keys of one stop on one thread: each is read, given the input or the time, and sooner or
 * later written back. One timer a key.
 */
final class KeyFolds<S> implements HotKeys.Storage<KeyFold<S>> {
  private static final long NO_EVENT_TIME = -1;

  private final Stop<S> stop;
  private final FoldContext context;
  private final KeyContext keys;
  private final ValueState<byte[]> stored;
  private final InternalTimerService<VoidNamespace> timers;
  private final KeyFold.Sink sink;
  private final HotKeys<KeyFold<S>> hot;
  private final OrderReport order;

  /** What Flink gives a stop to work with. */
  record Handles(
      KeyContext keys,
      ValueState<byte[]> stored,
      InternalTimerService<VoidNamespace> timers,
      MetricGroup metrics) {}

  private KeyFolds(
      Stop<S> stop, StopSettings settings, RuleHistory rules, Handles handles, KeyFold.Sink sink) {
    FoldCounters counters = new FoldCounters();
    this.stop = stop;
    this.context = new FoldContext(settings.foldSettings(), rules, counters);
    this.keys = handles.keys();
    this.stored = handles.stored();
    this.timers = handles.timers();
    this.sink = sink;
    this.order = new OrderReport(stop.name(), counters);
    this.hot = new HotKeys<>(settings.hotKeys(), settings.dirtyKeys(), this);
    register(counters, handles.metrics());
  }

  /** The keys of a stop, none of them read yet. */
  static KeyFolds<?> of(
      StopDefinition definition, RuleHistory rules, Handles handles, KeyFold.Sink sink) {
    Stop<?> stop = definition.factory().create();
    return new KeyFolds<>(stop, definition.settings(), rules, handles, sink);
  }

  /** Takes an input of the current key. */
  void onInput(Input input) throws Exception {
    HotKeys.Slot<KeyFold<S>> slot = hot.get(input.key());
    KeyFold<S> fold = slot.value();
    fold.onInput(input, timers.currentWatermark(), sink);
    setTimer(fold);
    hot.changed(slot);
  }

  /** A timer of the current key fired. */
  void onTimer(Key key, long timerMs) throws Exception {
    HotKeys.Slot<KeyFold<S>> slot = hot.get(key);
    KeyFold<S> fold = slot.value();
    if (fold.timerMs() == timerMs) {
      fold.setTimerMs(Stop.NO_DEADLINE);
    }
    fold.onTime(timers.currentWatermark(), sink);
    setTimer(fold);
    hot.changed(slot);
  }

  /** Which stop they are of. */
  StopName stopName() {
    return stop.name();
  }

  /** Event time, epoch milliseconds. */
  long watermarkMs() {
    return timers.currentWatermark();
  }

  /** Writes back what has been unwritten for long. */
  void tick() throws Exception {
    hot.tick();
  }

  /** Writes back what is unwritten, and says whether order held. */
  void flush() throws Exception {
    hot.flush();
    order.tell();
  }

  @Override
  public KeyFold<S> read(Key key) throws Exception {
    return new KeyFold<>(stop, key, context, stored.value());
  }

  @Override
  public void write(Key key, KeyFold<S> fold) throws Exception {
    keys.setCurrentKey(key);
    byte[] packed = fold.store(timers.currentWatermark(), sink);
    if (packed == null) {
      stored.clear();
    } else {
      stored.update(packed);
    }
  }

  /** A timer that is too early is left to fire for nothing: moving it at each input costs more. */
  private void setTimer(KeyFold<S> fold) {
    long wakeUpMs = fold.wakeUpMs();
    long timerMs = fold.timerMs();
    if (wakeUpMs >= timerMs) {
      return;
    }
    if (timerMs != Stop.NO_DEADLINE) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, timerMs);
    }
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, wakeUpMs);
    fold.setTimerMs(wakeUpMs);
  }

  private void register(FoldCounters counters, MetricGroup metrics) {
    MetricName.INPUTS.counted(metrics, counters::inputs);
    MetricName.DUPLICATES.counted(metrics, counters::duplicates);
    MetricName.INPUTS_OVERTAKEN.counted(metrics, counters::overtaken);
    MetricName.INPUTS_DROPPED.counted(metrics, counters::dropped);
    MetricName.INSTANTS_FORCED.counted(metrics, counters::forced);
    MetricName.TAILS_REWRITTEN.counted(metrics, counters::rewrites);
    for (StateLimit limit : StateLimit.values()) {
      if (limit.stop() == stop.name()) {
        MetricGroup labelled = metrics.addGroup("collection", limit.collection());
        MetricName.EVICTIONS.counted(labelled, () -> counters.evicted(limit));
      }
    }
    MetricName.HOT_KEYS.measured(metrics, hot::size);
    MetricName.DIRTY_KEYS.measured(metrics, hot::dirtySize);
    MetricName.HOT_KEY_HITS.counted(metrics, hot::hits);
    MetricName.HOT_KEY_MISSES.counted(metrics, hot::misses);
    MetricName.WATERMARK_LAG.measured(metrics, this::watermarkLagMs);
  }

  /** How far event time is behind the clock; -1 while there is no event time. */
  private long watermarkLagMs() {
    long passedMs = timers.currentWatermark();
    boolean isTime = passedMs != Long.MIN_VALUE && passedMs != Long.MAX_VALUE;
    return isTime ? System.currentTimeMillis() - passedMs : NO_EVENT_TIME;
  }
}
