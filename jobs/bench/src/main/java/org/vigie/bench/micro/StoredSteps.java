package org.vigie.bench.micro;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.bench.stream.EventStream;
import org.vigie.bench.stream.MessageWriter;
import org.vigie.bench.stream.StreamEvent;
import org.vigie.bench.stream.StreamSpec;
import org.vigie.core.event.Trace;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.FoldSettings;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.Output;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.TimeBounds;
import org.vigie.core.rule.RuleSet;
import org.vigie.core.run.Stops;
import org.vigie.detection.decode.Decoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.schemas.RecordKind;

/**
 * Runs the benchmark's stream through the stops with every key packed and unpacked at every input,
 * as an operator without a cache would, and remembers the last steps of one stop.
 */
final class StoredSteps {
  private static final long NO_SECRET = 0;

  private final Decoder decoder = new Decoder(NO_SECRET, TimeBounds.DEFAULT);
  private final StopName watched;
  private final FoldContext context;
  private final Map<StopName, Stop<?>> stops = new EnumMap<>(StopName.class);
  private final Map<StopName, Map<Key, byte[]>> stored = new EnumMap<>(StopName.class);
  private final Deque<Input> queue = new ArrayDeque<>();
  private final List<StoredStep> steps = new ArrayList<>();

  /**
   * One input and the key as it was stored before.
   *
   * @param stored null for a new key
   * @param watermarkMs event time when the input arrived
   */
  record StoredStep(byte @Nullable [] stored, Input input, long watermarkMs) {}

  /** Prepares to run under some rules and to watch one stop. */
  StoredSteps(RuleSet rules, StopName watched) {
    this.watched = watched;
    this.context =
        new FoldContext(FoldSettings.DEFAULT, new RuleHistory(rules), new FoldCounters());
    for (StopName name : Stops.names()) {
      stops.put(name, Stops.of(name, new Tags(NO_SECRET)));
      stored.put(name, new HashMap<>());
    }
  }

  /** Runs the whole stream and returns the newest steps of the watched stop. */
  List<StoredStep> run(StreamSpec spec, int newest) {
    MessageWriter writer = new MessageWriter(spec);
    EventStream stream = new EventStream(spec);
    while (stream.hasNext()) {
      take(recordOf(stream.next(), writer));
    }
    return steps.subList(Math.max(0, steps.size() - newest), steps.size());
  }

  /** Takes one record of a log in and everything that comes of it. */
  void take(LogRecord record) {
    Decoder.Outcome outcome = decoder.decode(record);
    if (!(outcome instanceof Decoder.Outcome.Accepted accepted)) {
      throw new IllegalStateException("the stream's own record is refused: " + outcome);
    }
    queue.addAll(accepted.inputs());
    drain(record.recordedMs() - TimeBounds.DEFAULT.disorderMs() - 1);
  }

  /** The steps of the watched stop so far. */
  List<StoredStep> steps() {
    return steps;
  }

  /** One step as the benchmark takes it: unpack, take the input in, pack. */
  byte @Nullable [] take(StoredStep step) {
    return take(stopOf(step.input().stop()), step, Sent.NOWHERE);
  }

  private <S> byte @Nullable [] take(Stop<S> stop, StoredStep step, KeyFold.Sink sink) {
    KeyFold<S> fold = new KeyFold<>(stop, step.input().key(), context, step.stored());
    fold.onInput(step.input(), step.watermarkMs(), sink);
    return fold.store(step.watermarkMs(), sink);
  }

  static LogRecord recordOf(StreamEvent event, MessageWriter writer) {
    return new LogRecord(
        RecordKind.MESSAGE,
        "vigie.messages",
        0,
        event.index(),
        event.recordedMs(),
        writer.key(event),
        writer.value(event),
        Trace.NONE);
  }

  private void drain(long watermarkMs) {
    for (Input input = queue.poll(); input != null; input = queue.poll()) {
      if (!input.stop().isEnd()) {
        fold(input, watermarkMs);
      }
    }
  }

  private void fold(Input input, long watermarkMs) {
    Map<Key, byte[]> keys = storedOf(input.stop());
    StoredStep step = new StoredStep(keys.get(input.key()), input, watermarkMs);
    byte[] packed = take(stopOf(input.stop()), step, new Sent(queue::add));
    if (packed == null) {
      keys.remove(input.key());
    } else {
      keys.put(input.key(), packed);
    }
    if (input.stop() == watched) {
      steps.add(step);
    }
  }

  private Stop<?> stopOf(StopName name) {
    Stop<?> stop = stops.get(name);
    if (stop == null) {
      throw new IllegalStateException(name + " does not fold");
    }
    return stop;
  }

  /** Packed states of a stop by key. */
  Map<Key, byte[]> storedOf(StopName name) {
    Map<Key, byte[]> keys = stored.get(name);
    if (keys == null) {
      throw new IllegalStateException(name + " stores nothing");
    }
    return keys;
  }

  /** What a stop sends goes to the later stops, or nowhere; alerts always go nowhere. */
  private record Sent(Consumer<Input> receiver) implements KeyFold.Sink {
    static final Sent NOWHERE = new Sent(input -> {});

    @Override
    public void send(Input output) {
      receiver.accept(output);
    }

    @Override
    public void settled(Output output) {}
  }
}
