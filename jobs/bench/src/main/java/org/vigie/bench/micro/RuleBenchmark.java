package org.vigie.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.vigie.bench.peer.QuietRules;
import org.vigie.core.judge.CompiledRule;
import org.vigie.core.judge.CompiledRules;
import org.vigie.core.judge.Judge;
import org.vigie.rules.bundle.ShippedRules;

/**
 * All rules about accounts over one account, none of which fires: those that ship, and 60 of a
 * hundred {@link QuietRules} beside them. The difference of the two settings is what sixty rules
 * cost; both must allocate nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RuleBenchmark {
  /** Rules beyond those that ship, of all scopes. */
  @Param({"0", "100"})
  int quietRules;

  /** Who is judged. */
  @Param({"UNKNOWN", "NEAR_MISS"})
  AccountUnderJudgement account;

  private Judge judge;

  /** Compiles the rules. */
  @Setup
  public void compile() {
    judge =
        new CompiledRules(QuietRules.added(ShippedRules.ruleSet(), quietRules))
            .judge(org.vigie.core.rule.Scope.ACCOUNT);
  }

  /** How many fire: none. */
  @Benchmark
  public int fired() {
    judge.begin(account, AccountUnderJudgement.AT_MS);
    List<CompiledRule> rules = judge.rules();
    int fired = 0;
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).fires()) {
        fired++;
      }
    }
    return fired;
  }
}
