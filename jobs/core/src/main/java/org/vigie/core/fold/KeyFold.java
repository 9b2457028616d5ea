package org.vigie.core.fold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/**
 * One key of one stop: {@code core}, the fold of everything up to its frontier, and {@code tail},
 * the inputs that may still be put in order (ORDER §2). Whatever the order of arrival, what was
 * sent for instants that the watermark has passed is the fold over the inputs in canonical order.
 *
 * <p>Invariant: exactly the outputs of the fold of core and tail, through the tail's last instant
 * with all deadlines before it, have been sent and not taken back.
 *
 * @param <S> state of the stop
 */
public final class KeyFold<S> {
  /** Inputs that may wait behind the watermark before they are committed on arrival. */
  private static final int LAZY_INPUTS_MAX = 16;

  /** Of the layout, and of the inputs that a tail holds. */
  private static final int VERSION = 3;

  /** Flags behind the version: ever forced, a timer is set, something was committed. */
  private static final int FORCED = 1;

  private static final int TIMER = 2;
  private static final int CORE = 4;

  private final Stop<S> stop;
  private final Key key;
  private final FoldSettings settings;
  private final RuleHistory rules;
  private final FoldCounters counters;
  private final Tail tail;
  private byte @Nullable [] core;
  private @Nullable S tip;
  private long frontierMs = Long.MIN_VALUE;
  private long timerMs = Stop.NO_DEADLINE;
  private boolean forced;

  /** Receives what a key sends. */
  public interface Sink {
    /**
     * An input of a later stop; for {@link StopName#ALERTS} what a stop that settles says of its
     * outputs before ({@link Stop#announcement}, {@link Stop#withdrawal}).
     */
    void send(Input output);

    /** An output of the last stop whose instant is settled. */
    void settled(Output output);
  }

  /**
   * A key as it was stored.
   *
   * @param stored bytes of {@link #store}, null for a new key
   */
  public KeyFold(Stop<S> stop, Key key, FoldContext context, byte @Nullable [] stored) {
    this.stop = stop;
    this.key = key;
    this.settings = context.settings();
    this.rules = context.rules();
    this.counters = context.counters();
    if (stored == null) {
      this.tail = new Tail();
      return;
    }
    ByteReader in = new ByteReader(stored);
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalStateException(
          stop.name() + " state of version " + version + "; this engine reads " + VERSION);
    }
    int flags = in.octet();
    this.forced = (flags & FORCED) != 0;
    this.frontierMs = in.time();
    this.timerMs = (flags & TIMER) != 0 ? in.time() : Stop.NO_DEADLINE;
    this.core = (flags & CORE) != 0 ? in.block() : null;
    this.tail = Tail.read(in, stop.name(), key);
  }

  /** How much of what is stored for a key is settled state, without the tail that still waits. */
  public static int coreBytes(byte[] stored) {
    ByteReader in = new ByteReader(stored);
    in.octet();
    int flags = in.octet();
    in.time();
    if ((flags & TIMER) != 0) {
      in.time();
    }
    return (flags & CORE) != 0 ? in.block().length : 0;
  }

  /** Takes an input in, and sends what it changes. */
  public void onInput(Input arrived, long watermarkMs, Sink sink) {
    counters.countInput();
    if (tip == null && !stop.settles()) { // just read: now it takes one fold, later it takes two
      commit(watermarkMs, false, sink);
    }
    Input input = inFrontOfFrontier(arrived);
    if (input == null) {
      return;
    }
    int found = tail.find(input);
    if (found < 0 ? input.isTombstone() : isNoReplacement(tail.get(found), input)) {
      if (found >= 0) {
        counters.countDuplicate();
      }
      return;
    }
    if (found < 0 && (tail.isEmpty() || tail.lastRoot().compareTo(input.root()) < 0)) {
      append(input, sink);
    } else {
      rewrite(found, input, sink);
    }
    boundTail(watermarkMs, sink);
  }

  /** Fires what is due at the watermark and commits what it has passed. */
  public void onTime(long watermarkMs, Sink sink) {
    List<Output> due = new ArrayList<>();
    advance(tip(), new Root(watermarkMs, Rank.OVERTAKEN, ""), due);
    if (!stop.settles()) { // else they are settled right here
      due.forEach(output -> send(output, false, sink));
    }
    commit(watermarkMs, true, sink);
    frontierMs = Math.max(frontierMs, lastTimeMs(due));
  }

  /** When {@link #onTime} must be called, epoch ms, or {@link Stop#NO_DEADLINE}. */
  public long wakeUpMs() {
    long deadlineMs = stop.nextDeadlineMs(tip());
    boolean waitsToSettle = stop.settles() && !tail.isEmpty();
    return waitsToSettle ? Math.min(deadlineMs, firstToSettleMs()) : deadlineMs;
  }

  /** The tip is past the deadlines before the tail's instants; they are settled at their time. */
  private long firstToSettleMs() {
    long deadlineMs = stop.nextDeadlineMs(stop.decode(core));
    return Math.min(deadlineMs, tail.firstRoot().timeMs());
  }

  /** The timer that the caller says is set for this key, or {@link Stop#NO_DEADLINE}. */
  public long timerMs() {
    return timerMs;
  }

  /** Remembers which timer is set. */
  public void setTimerMs(long timerMs) {
    this.timerMs = timerMs;
  }

  /** Packs the key, after committing what the watermark has passed; null if nothing is left. */
  public byte @Nullable [] store(long watermarkMs, Sink sink) {
    if (!stop.settles()) {
      commit(watermarkMs, false, sink);
    }
    if (core == null && tail.isEmpty() && timerMs == Stop.NO_DEADLINE) {
      return null;
    }
    ByteWriter out = new ByteWriter(64 + (core == null ? 0 : core.length) + tail.payloadBytes());
    boolean timer = timerMs != Stop.NO_DEADLINE;
    out.octet(VERSION);
    out.octet((forced ? FORCED : 0) | (timer ? TIMER : 0) | (core != null ? CORE : 0));
    out.time(frontierMs);
    if (timer) {
      out.time(timerMs);
    }
    if (core != null) {
      out.block(core);
    }
    tail.write(out);
    return out.toBytes();
  }

  /** The input itself, moved right after the frontier if it is new and came too late, else null. */
  private @Nullable Input inFrontOfFrontier(Input input) {
    if (input.root().timeMs() > frontierMs) {
      return input;
    }
    if (input.amends() || input.isTombstone()) {
      counters.countDropped();
      return null;
    }
    counters.countOvertaken();
    Root moved = new Root(frontierMs + 1, Rank.OVERTAKEN, input.root().id());
    return new Input(input.stop(), key, moved, input.path(), false, input.payload());
  }

  /** Equal content changes nothing; of two copies of one event the smaller encoding counts. */
  private static boolean isNoReplacement(Input old, Input replacement) {
    byte[] payload = replacement.payload();
    if (payload == null) {
      return false;
    }
    int order = Arrays.compareUnsigned(payload, old.payload());
    return order == 0 || order > 0 && replacement.path().producer() == StopName.DECODE;
  }

  private void append(Input input, Sink sink) {
    List<Output> outputs = new ArrayList<>(2);
    S state = tip();
    advance(state, input.root(), outputs);
    tail.append(input);
    count(applyInstant(state, tail.size() - 1, tail.size(), outputs));
    List<Output> sent = onArrival(outputs);
    for (int i = 0; i < sent.size(); i++) {
      send(sent.get(i), false, sink);
    }
  }

  private void rewrite(int found, Input input, Sink sink) {
    counters.countRewrite();
    List<Output> before = new ArrayList<>();
    fold(before, null);
    tail.put(found, input);
    List<Output> after = new ArrayList<>();
    tip = fold(after, input.root());
    Differences.send(
        onArrival(before),
        onArrival(after),
        (output, amends) -> send(output, amends, sink),
        output -> take(output, sink));
  }

  /** What is sent of outputs before they are settled: all, but for a stop that settles. */
  private List<Output> onArrival(List<Output> outputs) {
    if (!stop.settles() || outputs.isEmpty()) {
      return outputs;
    }
    List<Output> announced = new ArrayList<>(outputs.size());
    for (Output output : outputs) {
      byte[] payload = stop.announcement(output.payload(), core);
      if (payload != null) {
        announced.add(
            new Output(output.root(), output.stop(), output.key(), output.index(), payload));
      }
    }
    return announced;
  }

  /**
   * Folds core and tail anew; outputs are those of everything that is not in the core.
   *
   * @param changed the instant that is new in the tail, whose evictions count
   */
  private S fold(List<Output> outputs, @Nullable Root changed) {
    S state = stop.decode(core);
    for (int start = 0; start < tail.size(); ) {
      int end = tail.endOfInstant(start);
      advance(state, tail.get(start).root(), outputs);
      Step step = applyInstant(state, start, end, outputs);
      if (step.root().equals(changed)) {
        count(step);
      }
      start = end;
    }
    return state;
  }

  private void count(Step step) {
    for (StateLimit reached : step.limits()) {
      counters.countEvicted(reached);
    }
    if (step.isRepeated()) {
      counters.countDuplicate();
    }
  }

  private S tip() {
    if (tip == null) {
      tip = fold(new ArrayList<>(), null);
    }
    return tip;
  }

  private Step applyInstant(S state, int start, int end, List<Output> outputs) {
    Step step = step(tail.get(start).root());
    for (int i = start; i < end; i++) {
      stop.apply(state, tail.get(i), step);
    }
    stop.judge(state, step);
    outputs.addAll(step.outputs());
    return step;
  }

  /** Fires the deadlines before an instant: a deadline is an instant like any other. */
  private void advance(S state, Root limit, List<Output> outputs) {
    long dueMs = stop.nextDeadlineMs(state);
    while (dueMs <= limit.timeMs() && dueMs != Stop.NO_DEADLINE) {
      Root root = new Root(dueMs, Rank.DEADLINE, stop.deadlineId(key));
      if (root.compareTo(limit) >= 0) {
        return;
      }
      Step step = step(root);
      stop.onDeadline(state, step);
      outputs.addAll(step.outputs());
      long nextMs = stop.nextDeadlineMs(state);
      if (nextMs <= dueMs) {
        throw new IllegalStateException(stop.name() + " left its deadline " + dueMs + " standing");
      }
      dueMs = nextMs;
    }
  }

  /** Moves instants up to a time from the tail into the core; deadlines after them on demand. */
  private void commit(long upToMs, boolean deadlinesToo, Sink sink) {
    int count = tail.countThrough(upToMs);
    if (count == 0 && !deadlinesToo) {
      return;
    }
    if (tip != null && count == tail.size() && !stop.settles()) {
      commitTip();
      return;
    }
    S state = stop.decode(core);
    List<Output> outputs = new ArrayList<>();
    for (int start = 0; start < count; ) {
      int end = tail.endOfInstant(start);
      advance(state, tail.get(start).root(), outputs);
      applyInstant(state, start, end, outputs);
      start = end;
    }
    forget(count);
    if (deadlinesToo) {
      advance(state, new Root(upToMs, Rank.OVERTAKEN, ""), outputs);
      frontierMs = Math.max(frontierMs, lastTimeMs(outputs));
    }
    core = stop.encode(state);
    if (tail.isEmpty()) {
      tip = state;
    }
    if (stop.settles()) {
      outputs.forEach(sink::settled);
    }
  }

  /** With nothing left to wait for, the tip is what the core becomes: no need to fold again. */
  private void commitTip() {
    forget(tail.size());
    core = stop.encode(tip());
  }

  private void forget(int count) {
    if (count > 0) {
      frontierMs = Math.max(frontierMs, tail.get(count - 1).root().timeMs());
      tail.removeFirst(count);
    }
  }

  private static long lastTimeMs(List<Output> outputs) {
    return outputs.isEmpty() ? Long.MIN_VALUE : outputs.get(outputs.size() - 1).root().timeMs();
  }

  private void boundTail(long watermarkMs, Sink sink) {
    boolean lazyEnough = tail.size() <= LAZY_INPUTS_MAX || stop.settles();
    if (!lazyEnough) {
      commit(watermarkMs, false, sink);
    }
    while (tail.payloadBytes() > settings.tailBytesMax()
        || tail.size() > settings.rootsMax() && tail.instants() > settings.rootsMax()) {
      counters.countForced();
      forced = true;
      commit(tail.firstRoot().timeMs(), false, sink);
    }
  }

  private Step step(Root root) {
    return new Step(root, rules, forced);
  }

  private void send(Output output, boolean amends, Sink sink) {
    sink.send(
        new Input(
            output.stop(), output.key(), output.root(), path(output), amends, output.payload()));
  }

  private void take(Output output, Sink sink) {
    boolean isInWords = stop.settles() || output.stop() == StopName.AUDIT;
    byte[] payload = isInWords ? stop.withdrawal(output.payload()) : null;
    sink.send(new Input(output.stop(), output.key(), output.root(), path(output), true, payload));
  }

  private Path path(Output output) {
    return new Path(stop.name(), key.tag(), output.index());
  }
}
