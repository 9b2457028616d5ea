package org.vigie.core.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Alert;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.FoldSettings;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.Output;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.fold.Stop;
import org.vigie.core.judge.JudgementListener;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.EffectiveTime;
import org.vigie.core.route.Router;
import org.vigie.core.rule.RuleSet;

/** Runs the stops on one thread over events in any order: for tests, rule tests and explanation. */
public final class Engine {
  private final Tags tags;
  private final Router router;
  private final FoldContext context;
  private final Map<StopName, Map<Key, KeyFold<?>>> folds = new EnumMap<>(StopName.class);
  private final Deque<Input> queue = new ArrayDeque<>();
  private final List<Output> settled = new ArrayList<>();
  private final List<Input> notes = new ArrayList<>();
  private final Collector collector = new Collector();

  /** What each stop's clock says: one is told of a time when those before it have sent all. */
  private final Map<StopName, Long> watermarks = new EnumMap<>(StopName.class);

  /** An engine without state. */
  public Engine(RuleSet rules) {
    this(rules, JudgementListener.NONE);
  }

  /** An engine without state, with someone listening to its judgements. */
  public Engine(RuleSet rules, JudgementListener listener) {
    this(new RuleHistory(rules, listener));
  }

  /** An engine without state that judges each time and community by its own rules. */
  public Engine(RuleHistory rules) {
    this.tags = new Tags(0);
    this.router = new Router(tags);
    this.context = new FoldContext(FoldSettings.DEFAULT, rules, new FoldCounters());
    for (StopName name : Stops.names()) {
      folds.put(name, new HashMap<>());
      watermarks.put(name, Long.MIN_VALUE);
    }
  }

  /** Takes in what was recorded; refused events change nothing. */
  public void accept(Collection<RecordedEvent> events) {
    for (RecordedEvent event : events) {
      EffectiveTime time = EffectiveTime.of(event);
      if (time.verdict() == EffectiveTime.Verdict.ACCEPTED) {
        queue.addAll(router.route(event, time));
        drain();
      }
    }
  }

  /** Lets event time pass, stop after stop: what is due up to it happens, and it is settled. */
  public void advanceTo(long timeMs) {
    for (StopName name : Stops.names()) {
      watermarks.put(name, timeMs);
      Map<Key, KeyFold<?>> due = new TreeMap<>(Comparator.naturalOrder());
      due.putAll(folds(name));
      for (KeyFold<?> fold : due.values()) {
        if (fold.wakeUpMs() <= timeMs) {
          fold.onTime(timeMs, collector);
        }
      }
      drain();
    }
  }

  /** The revisions that are settled so far, in the order of settling. */
  public List<Alert> settled() {
    return settled.stream().map(output -> Alert.fromBytes(output.payload())).toList();
  }

  /** The same as the last stop sends them, with the instant of each. */
  public List<Output> outputs() {
    return List.copyOf(settled);
  }

  /** What was said for the audit, and taken back of it, as it was sent. */
  public List<Input> notes() {
    return List.copyOf(notes);
  }

  /** What is stored of a key, null if nothing is. */
  public byte @Nullable [] stored(StopName stop, Key key) {
    KeyFold<?> fold = folds(stop).get(key);
    long watermarkMs = watermarks.getOrDefault(stop, Long.MIN_VALUE);
    return fold == null ? null : fold.store(watermarkMs, collector);
  }

  /** What happened in the folds. */
  public FoldCounters counters() {
    return context.counters();
  }

  private void drain() {
    for (Input input = queue.poll(); input != null; input = queue.poll()) {
      if (input.stop() == StopName.AUDIT) {
        notes.add(input);
      } else if (!input.stop().isEnd()) {
        long watermarkMs = watermarks.getOrDefault(input.stop(), Long.MIN_VALUE);
        fold(input.stop(), input.key()).onInput(input, watermarkMs, collector);
      }
    }
  }

  private Map<Key, KeyFold<?>> folds(StopName name) {
    Map<Key, KeyFold<?>> byKey = folds.get(name);
    if (byKey == null) {
      throw new IllegalStateException(name + " does not fold");
    }
    return byKey;
  }

  private KeyFold<?> fold(StopName name, Key key) {
    return folds(name).computeIfAbsent(key, missing -> newFold(Stops.of(name, tags), key));
  }

  private <S> KeyFold<S> newFold(Stop<S> stop, Key key) {
    return new KeyFold<>(stop, key, context, null);
  }

  private final class Collector implements KeyFold.Sink {
    @Override
    public void send(Input output) {
      queue.add(output);
    }

    @Override
    public void settled(Output output) {
      if (output.stop() == StopName.ALERTS) {
        settled.add(output);
      }
    }
  }
}
