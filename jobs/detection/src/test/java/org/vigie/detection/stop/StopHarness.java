package org.vigie.detection.stop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.detection.type.Types;
import org.vigie.rules.bundle.ShippedRules;

/** One subtask of a stop under test, with its inputs written shortly. */
final class StopHarness implements AutoCloseable {
  static final StopSettings SETTINGS =
      new StopSettings(100, 100, 256, 100_000, 0, StopSettings.NO_END);

  private final KeyedTwoInputStreamOperatorTestHarness<Key, Input, RuleBundle, Input> harness;
  private final JoiningStop stop;

  StopHarness(JoiningStop stop, StopSettings settings) throws Exception {
    this(stop, settings, 1, 0);
  }

  /** One of several subtasks. */
  StopHarness(JoiningStop stop, StopSettings settings, int parallelism, int subtask)
      throws Exception {
    this.stop = stop;
    StopDefinition definition =
        new StopDefinition(() -> stop, () -> List.of(ShippedRules.ruleSet()), settings);
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new StopOperator(definition),
            Input::key,
            null,
            Types.KEY,
            DetectionTopology.MAX_PARALLELISM,
            parallelism,
            subtask);
  }

  StopHarness open() throws Exception {
    harness.open();
    return this;
  }

  StopHarness restore(OperatorSubtaskState state) throws Exception {
    harness.initializeState(state);
    harness.open();
    return this;
  }

  void tell(Key key, long timeMs, String text) throws Exception {
    tell(input(stop.name(), key, timeMs, text));
  }

  void tell(Input input) throws Exception {
    harness.processElement1(new StreamRecord<>(input));
  }

  void bundle(RuleBundle bundle) throws Exception {
    harness.processElement2(new StreamRecord<>(bundle));
  }

  void time(long timeMs) throws Exception {
    harness.processWatermark1(new Watermark(timeMs));
  }

  void timeOfBundles(long timeMs) throws Exception {
    harness.processWatermark2(new Watermark(timeMs));
  }

  void bundlesIdle() throws Exception {
    harness.processWatermarkStatus2(WatermarkStatus.IDLE);
  }

  void inputsIdle() throws Exception {
    harness.processWatermarkStatus1(WatermarkStatus.IDLE);
  }

  void endOfData() throws Exception {
    harness.processWatermark1(Watermark.MAX_WATERMARK);
  }

  /** A checkpoint as a task takes it: what must be written is written before the barrier. */
  OperatorSubtaskState checkpoint(long id) throws Exception {
    harness.prepareSnapshotPreBarrier(id);
    return harness.snapshot(id, id);
  }

  /** A checkpoint without what comes before the barrier. */
  OperatorSubtaskState checkpointUnprepared(long id) throws Exception {
    return harness.snapshot(id, id);
  }

  /** Lets wall time pass. */
  void wallTime(long timeMs) throws Exception {
    harness.setProcessingTime(timeMs);
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  int stored() {
    return harness.numKeyedStateEntries();
  }

  /** Ids of the bundles that are stored. */
  Set<String> bundles() throws Exception {
    Set<String> ids = new TreeSet<>();
    harness
        .getOperator()
        .getOperatorStateBackend()
        .getBroadcastState(StateCatalogue.BUNDLES)
        .immutableEntries()
        .forEach(entry -> ids.add(entry.getKey()));
    return ids;
  }

  /** What was sent and not taken back, by producing key and instant. */
  Map<String, String> held() {
    Map<String, String> held = new TreeMap<>();
    collect(held);
    return held;
  }

  void collect(Map<String, String> held) {
    var sent = harness.getSideOutput(Routes.to(stop.receiver()));
    if (sent == null) {
      return;
    }
    for (StreamRecord<Input> record : sent) {
      Input input = record.getValue();
      String name =
          "%d %08d %s".formatted(input.path().tag(), input.root().timeMs(), input.root().id());
      if (input.isTombstone()) {
        held.remove(name);
      } else {
        held.put(name, new String(input.content(), StandardCharsets.UTF_8));
      }
    }
  }

  /** What was settled, and the watermarks and statuses between, as they left. */
  List<String> left() {
    List<String> left = new ArrayList<>();
    for (Object element : harness.getOutput()) {
      if (element instanceof Watermark mark) {
        left.add("time " + mark.getTimestamp());
      } else if (element instanceof WatermarkStatus status) {
        left.add(status.isIdle() ? "idle" : "active");
      } else if (element instanceof StreamRecord<?> record) {
        left.add(new String(((Input) record.getValue()).content(), StandardCharsets.UTF_8));
      }
    }
    return left;
  }

  static Input input(StopName stop, Key key, long timeMs, String text) {
    Root root = new Root(timeMs, Rank.MESSAGE, "e" + timeMs);
    Path path = new Path(StopName.DECODE, 7, 0);
    return new Input(stop, key, root, path, false, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws Exception {
    harness.close();
  }
}
