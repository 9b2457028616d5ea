package org.vigie.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.bench.micro.StoredSteps.StoredStep;
import org.vigie.bench.peer.QuietRules;
import org.vigie.bench.stream.StreamSpec;
import org.vigie.core.order.StopName;
import org.vigie.rules.bundle.ShippedRules;

/**
 * One input of a stop on a key as it is stored: unpack, fold, judge if there is a reason to, pack.
 * Inputs are those of the benchmark's stream, one after the other. What RocksDB and the network add
 * is not in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StopStepBenchmark {
  private static final int STEPS = 1 << 12;
  private static final int EVENTS_AN_ACCOUNT = 10;

  /** Which stop. */
  @Param({"RECIPIENT", "PAIR", "SENDER"})
  StopName stop;

  /** Rules beyond the first ones. */
  @Param({"0", "100"})
  int quietRules;

  /** Events of the stream; the newest are the steps. */
  @Param("50000")
  int events;

  private StoredSteps engine;
  private List<StoredStep> steps;
  private int next;

  /** Runs the stream up to the steps that are taken over and over. */
  @Setup
  public void prepare() {
    engine = new StoredSteps(QuietRules.added(ShippedRules.ruleSet(), quietRules), stop);
    StreamSpec stream = new StreamSpec(StreamSpec.DEFAULT_SEED, events, events / EVENTS_AN_ACCOUNT);
    steps = engine.run(stream, STEPS);
  }

  /** How many different steps there are to take. */
  int steps() {
    return steps.size();
  }

  /** The key's bytes after the input. */
  @Benchmark
  public byte @Nullable [] step() {
    next = (next + 1) % steps.size();
    return engine.take(steps.get(next));
  }
}
