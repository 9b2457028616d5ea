package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.Output;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/**
 * One of the parallel runners of a stop, as the platform runs it: keys are read from what is
 * stored, kept hot for a while and written back; timers fire before a mark goes on; a barrier waits
 * for those of the other channels.
 */
final class Subtask<S> implements KeyFold.Sink {
  private final Stop<S> stop;
  private final FoldContext context;
  private final Run run;
  private final List<Channel> inputs = new ArrayList<>();
  private final Map<StopName, List<Channel>> outputs = new HashMap<>();
  private final Map<Key, KeyFold<S>> hot = new LinkedHashMap<>();
  private final Map<Key, byte[]> stored = new HashMap<>();
  private final SortedSet<Checkpoint.Timer> timers = new TreeSet<>();
  private final Map<Key, Root> latest = new HashMap<>();
  private long watermarkMs = Long.MIN_VALUE;
  private int barriers;

  /** How many elements to take before the snapshot that is asked for, −1 if none is. */
  private int elementsBeforeSnapshot = -1;

  private @Nullable Input cause;

  /** What a subtask is part of. */
  interface Run {
    Plumbing plumbing();

    void settled(byte[] alert);

    /** The state of a subtask for the checkpoint that is under way. */
    void snapshot(StopName stop, Map<Key, byte[]> stored, SortedSet<Checkpoint.Timer> timers);
  }

  Subtask(Stop<S> stop, FoldContext context, Run run) {
    this.stop = run.plumbing().stop(stop, this);
    this.context = context;
    this.run = run;
  }

  void reads(Channel channel) {
    inputs.add(channel);
  }

  void writes(StopName to, List<Channel> channels) {
    outputs.put(to, channels);
  }

  /** Takes over a key of a checkpoint. */
  void restore(Key key, byte[] packed) {
    stored.put(key, packed);
  }

  void restore(Checkpoint.Timer timer) {
    timers.add(timer);
  }

  long watermarkMs() {
    return watermarkMs;
  }

  void take(Element element, Channel from) {
    handle(element, from);
    boolean isWaiting = elementsBeforeSnapshot >= 0 && !(element instanceof Element.Barrier);
    if (isWaiting) {
      snapshotIfDue();
    }
  }

  private void handle(Element element, Channel from) {
    if (element instanceof Element.Item item) {
      onInput(item.input());
    } else if (element instanceof Element.Mark mark) {
      from.reached(mark.timeMs());
      onMark();
    } else if (element instanceof Element.Barrier barrier) {
      onBarrier(barrier, from);
    }
  }

  private void onInput(Input input) {
    Root before = latest.getOrDefault(input.key(), Root.START);
    if (!run.plumbing().keeps(input, before)) {
      return;
    }
    latest.put(input.key(), before.compareTo(input.root()) < 0 ? input.root() : before);
    cause = input;
    KeyFold<S> fold = fold(input.key());
    fold.onInput(input, watermarkMs, this);
    cause = null;
    setTimer(input.key(), fold);
  }

  private void onMark() {
    long leastMs = Long.MAX_VALUE;
    for (Channel input : inputs) {
      leastMs = Math.min(leastMs, input.markMs());
    }
    if (leastMs <= watermarkMs) {
      return;
    }
    watermarkMs = leastMs;
    while (!timers.isEmpty() && timers.first().timeMs() <= watermarkMs) {
      Checkpoint.Timer due = timers.first();
      timers.remove(due);
      fire(due);
    }
    broadcast(new Element.Mark(watermarkMs));
  }

  private void fire(Checkpoint.Timer due) {
    KeyFold<S> fold = fold(due.key());
    if (fold.timerMs() == due.timeMs()) {
      fold.setTimerMs(Stop.NO_DEADLINE);
    }
    fold.onTime(watermarkMs, this);
    setTimer(due.key(), fold);
  }

  private void setTimer(Key key, KeyFold<S> fold) {
    long wakeUpMs = fold.wakeUpMs();
    if (wakeUpMs < fold.timerMs()) {
      timers.remove(new Checkpoint.Timer(fold.timerMs(), key));
      timers.add(new Checkpoint.Timer(wakeUpMs, key));
      fold.setTimerMs(wakeUpMs);
    }
  }

  private void onBarrier(Element.Barrier barrier, Channel from) {
    barriers++;
    from.block(true);
    if (barriers == inputs.size()) {
      barriers = 0;
      elementsBeforeSnapshot = run.plumbing().elementsBeforeSnapshot();
      snapshotIfDue();
      broadcast(barrier);
      inputs.forEach(input -> input.block(false));
    }
  }

  private void snapshotIfDue() {
    if (elementsBeforeSnapshot == 0) {
      flush();
      if (stop.name() == StopName.CASES) {
        run.plumbing().noted(watermarkMs);
      }
      run.snapshot(stop.name(), stored, timers);
    }
    elementsBeforeSnapshot--;
  }

  private void broadcast(Element element) {
    outputs.values().forEach(channels -> channels.forEach(channel -> channel.put(element)));
  }

  private KeyFold<S> fold(Key key) {
    return hot.computeIfAbsent(key, cold -> new KeyFold<>(stop, cold, context, stored.get(cold)));
  }

  /** Writes every hot key back and forgets it. */
  void flush() {
    hot.forEach(this::writeBack);
    hot.clear();
  }

  private void writeBack(Key key, KeyFold<S> fold) {
    byte[] packed = fold.store(watermarkMs, this);
    if (packed == null) {
      stored.remove(key);
    } else {
      stored.put(key, packed);
    }
  }

  @Override
  public void send(Input output) {
    if (output.stop() == StopName.ALERTS) {
      run.plumbing().said(output);
    }
    List<Channel> channels = outputs.get(output.stop());
    if (channels != null && (cause == null || run.plumbing().sends(cause, output))) {
      channelOf(output.key(), channels).put(new Element.Item(output));
    }
  }

  @Override
  public void settled(Output output) {
    if (output.stop() == StopName.ALERTS) {
      run.plumbing().settled(output);
      run.settled(run.plumbing().published(output.payload()));
    }
  }

  /** A key belongs to one subtask, whoever sends. */
  static int ownerOf(Key key, int parallelism) {
    return Math.floorMod(key.hashCode(), parallelism);
  }

  static Channel channelOf(Key key, List<Channel> channels) {
    return channels.get(ownerOf(key, channels.size()));
  }
}
