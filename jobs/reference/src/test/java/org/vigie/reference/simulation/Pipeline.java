package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.FoldSettings;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.Router;
import org.vigie.core.run.Stops;

/**
 * The platform on one thread: partitions read at their own speeds, parallel subtasks, channels that
 * deliver in random turns, marks, checkpoints, crashes, restores at another parallelism. All of it
 * follows from the dice.
 */
final class Pipeline implements Subtask.Run {
  /** Who sends to whom. */
  private static final Map<StopName, List<StopName>> PATHS =
      Map.of(
          StopName.DECODE, List.of(StopName.RECIPIENT, StopName.SENDER, StopName.CASES),
          StopName.RECIPIENT, List.of(StopName.PAIR),
          StopName.PAIR, List.of(StopName.SENDER),
          StopName.SENDER, List.of(StopName.LINKS, StopName.CASES),
          StopName.LINKS, List.of(StopName.CASES),
          StopName.CASES, List.of());

  private static final int PARALLELISM_MAX = 4;
  private static final int PARTITIONS_MAX = 4;

  /** Of 1,000 turns these crash, or begin a checkpoint; more crash once a checkpoint is there. */
  private static final int CHECKPOINTS = 8;

  private static final int CRASHES_AT_FIRST = CHECKPOINTS + 1;
  private static final int CRASHES_LATER = CHECKPOINTS + 10;

  private final Dice dice;
  private final Plumbing plumbing;
  private final Tags tags = new Tags(0);
  private final Router router = new Router(tags);
  private final FoldContext context;
  private final List<List<RecordedEvent>> record = new ArrayList<>();
  private final int[] speeds;
  private final int readiness;
  private final long endMs;
  private final Settled settled = new Settled();
  private final Map<StopName, List<Subtask<?>>> subtasks = new EnumMap<>(StopName.class);
  private final List<Partition> partitions = new ArrayList<>();
  private ReadyChannels ready = new ReadyChannels();
  private Checkpoint completed;
  private @Nullable Checkpoint underWay;
  private List<Partition> beforeBarrier = new ArrayList<>();
  private final int barrierHaste;
  private int crashesLeft;
  private int crashHaste = CRASHES_AT_FIRST;
  private int checkpoints;
  private LongConsumer onProgress = watermarkMs -> {};
  private long progressMs = Long.MIN_VALUE;

  Pipeline(List<RecordedEvent> log, long endMs, RuleHistory rules, Dice dice, Plumbing plumbing) {
    this.dice = dice;
    this.plumbing = plumbing;
    this.endMs = endMs;
    this.context = new FoldContext(FoldSettings.DEFAULT, rules, new FoldCounters());
    int count = 1 + dice.below(PARTITIONS_MAX);
    boolean byActor = dice.percent(50);
    for (int i = 0; i < count; i++) {
      record.add(new ArrayList<>());
    }
    for (RecordedEvent recorded : log) {
      int hash = recorded.event().actor().hashCode();
      record.get(byActor ? Math.floorMod(hash, count) : dice.below(count)).add(recorded);
    }
    this.speeds = new int[count];
    for (int i = 0; i < count; i++) {
      speeds[i] = dice.percent(50) ? 10 : 1 + dice.below(10);
    }
    this.readiness = dice.percent(30) ? 60 : 5 + dice.below(30);
    this.crashesLeft = dice.below(4);
    this.barrierHaste = dice.pick(List.of(30, 60, 200));
    this.completed = Checkpoint.none(count);
    build(completed);
  }

  /** Asks to be told of each time up to which all of CASES has settled. */
  Pipeline reporting(LongConsumer progress) {
    onProgress = progress;
    return this;
  }

  /** Runs to the end of data. */
  Settled run() {
    while (step()) {
      reportProgress();
    }
    return settled;
  }

  Settled settled() {
    return settled;
  }

  FoldCounters counters() {
    return context.counters();
  }

  private boolean step() {
    int turn = dice.below(1_000);
    if (turn < CHECKPOINTS) {
      beginCheckpoint();
    } else if (turn < crashHaste && crashesLeft > 0) {
      crash();
    } else if (turn < 25) {
      dice.pick(subtasks(dice.pick(Stops.names()))).flush();
    } else if (turn < barrierHaste && !beforeBarrier.isEmpty()) {
      barrier();
    }
    List<Partition> open = partitions.stream().filter(each -> !each.hasEnded()).toList();
    boolean reads = !open.isEmpty() && (ready.isEmpty() || dice.percent(readiness));
    if (reads) {
      read(open);
    } else if (!ready.isEmpty()) {
      ready.any(dice).deliver();
    } else if (!beforeBarrier.isEmpty()) {
      barrier();
    }
    return !ready.isEmpty() || !beforeBarrier.isEmpty() || !open.isEmpty();
  }

  private void read(List<Partition> open) {
    Partition partition = dice.pick(open);
    if (dice.below(10) < speeds[partitions.indexOf(partition)]) {
      partition.read(router, plumbing);
      if (dice.percent(60) && !partition.hasEnded()) {
        partition.mark();
      }
    }
  }

  private void beginCheckpoint() {
    if (underWay == null) {
      int count = partitions.size();
      for (StopName name : Stops.names()) {
        count += subtasks(name).size();
      }
      underWay = new Checkpoint(++checkpoints, partitions.size(), count);
      beforeBarrier = new ArrayList<>(partitions);
    }
  }

  /** One source after the other learns of the checkpoint. */
  private void barrier() {
    Checkpoint checkpoint = underWay;
    if (checkpoint != null) {
      Partition next = beforeBarrier.remove(dice.below(beforeBarrier.size()));
      checkpoint.addSource(partitions.indexOf(next), next.offset());
      next.broadcast(new Element.Barrier(checkpoint.id));
    }
  }

  private void crash() {
    crashesLeft--;
    crashHaste = CRASHES_AT_FIRST;
    underWay = null;
    beforeBarrier = new ArrayList<>();
    plumbing.restarted();
    build(completed);
  }

  private void build(Checkpoint from) {
    ready = new ReadyChannels();
    progressMs = Long.MIN_VALUE;
    subtasks.clear();
    partitions.clear();
    for (StopName name : Stops.names()) {
      List<Subtask<?>> parallel = new ArrayList<>();
      for (int left = 1 + dice.below(PARALLELISM_MAX); left > 0; left--) {
        parallel.add(subtask(Stops.of(name, tags)));
      }
      subtasks.put(name, parallel);
      restore(from, name, parallel);
    }
    for (int i = 0; i < record.size(); i++) {
      Partition partition = new Partition(record.get(i), from.offsets[i], endMs);
      partitions.add(partition);
      paths(StopName.DECODE).forEach(to -> partition.writes(to, channelsTo(to)));
    }
    for (StopName name : Stops.names()) {
      for (Subtask<?> subtask : subtasks(name)) {
        paths(name).forEach(to -> subtask.writes(to, channelsTo(to)));
      }
    }
  }

  private <S> Subtask<S> subtask(Stop<S> stop) {
    return new Subtask<>(stop, context, this);
  }

  private static void restore(Checkpoint from, StopName name, List<Subtask<?>> parallel) {
    from.states(name)
        .forEach(
            (key, packed) ->
                parallel.get(Subtask.ownerOf(key, parallel.size())).restore(key, packed));
    for (Checkpoint.Timer timer : from.timers(name)) {
      parallel.get(Subtask.ownerOf(timer.key(), parallel.size())).restore(timer);
    }
  }

  private List<Channel> channelsTo(StopName stop) {
    List<Channel> channels = new ArrayList<>();
    subtasks(stop).forEach(target -> channels.add(new Channel(target, ready)));
    return channels;
  }

  private List<Subtask<?>> subtasks(StopName name) {
    return subtasks.getOrDefault(name, List.of());
  }

  private static List<StopName> paths(StopName from) {
    return PATHS.getOrDefault(from, List.of());
  }

  private void reportProgress() {
    long leastMs = Long.MAX_VALUE;
    for (Subtask<?> subtask : subtasks(StopName.CASES)) {
      leastMs = Math.min(leastMs, subtask.watermarkMs());
    }
    if (leastMs > progressMs) {
      progressMs = leastMs;
      onProgress.accept(progressMs);
    }
  }

  @Override
  public Plumbing plumbing() {
    return plumbing;
  }

  @Override
  public void settled(byte[] alert) {
    settled.add(alert);
  }

  @Override
  public void snapshot(StopName stop, Map<Key, byte[]> stored, SortedSet<Checkpoint.Timer> timers) {
    Checkpoint checkpoint = underWay;
    if (checkpoint == null) {
      throw new IllegalStateException("a barrier of no checkpoint");
    }
    checkpoint.add(stop, stored, timers);
    if (checkpoint.isComplete()) {
      completed = checkpoint;
      plumbing.completed();
      underWay = null;
      crashHaste = CRASHES_LATER;
    }
  }
}
