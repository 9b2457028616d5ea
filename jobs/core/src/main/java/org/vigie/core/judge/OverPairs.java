package org.vigie.core.judge;

import java.util.function.ToIntFunction;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Measure.Votes;

/** Counts the pairs of an account for which a condition is true, or adds up a feature over them. */
final class OverPairs extends Computation {
  private static final int NO_SUM = -1;

  private final Values ofPair;
  private final Evaluator where;
  private final int[] compared;
  private final int sum;
  private final Votes votes;
  private final Instants instants = new Instants();

  /** Room for the pairs that satisfy the condition, kept so that judging allocates nothing. */
  private int[] satisfying = {};

  /**
   * Lowers the measure.
   *
   * @param ofPair the features of a pair, turned to one pair after the other
   * @param slotOf slot of a feature of a pair
   */
  OverPairs(Measure.Pairs pairs, Values ofPair, ToIntFunction<String> slotOf) {
    this.ofPair = ofPair;
    this.where = Evaluator.lower(pairs.where(), slotOf);
    this.compared =
        CompiledRule.comparesOf(pairs.where()).stream()
            .mapToInt(compare -> slotOf.applyAsInt(compare.name()))
            .distinct()
            .toArray();
    this.sum = pairs.sum().isEmpty() ? NO_SUM : slotOf.applyAsInt(pairs.sum());
    this.votes = pairs.votes();
  }

  @Override
  long compute(Values values) {
    Facts facts = values.facts();
    if (satisfying.length < facts.pairs()) {
      satisfying = new int[facts.pairs()];
    }
    int count = 0;
    long total = 0;
    instants.clear();
    for (int i = 0; i < facts.pairs(); i++) {
      if (satisfies(values, i)) {
        satisfying[count++] = i;
        long value = sum == NO_SUM ? Fixed.ONE : ofPair.get(sum);
        total += value == Fixed.UNKNOWN ? 0 : value;
        addInstants();
      }
    }
    return switch (votes) {
      case A_PAIR -> total;
      case A_CLUSTER -> Fixed.whole(clusters(facts, satisfying, count));
      case A_MESSAGE -> Fixed.whole(Math.min(count, instants.size()));
    };
  }

  /** Of the pair that satisfies the condition right now. */
  private void addInstants() {
    if (votes == Votes.A_MESSAGE) {
      for (int slot : compared) {
        ofPair.instants(slot, instants);
      }
    }
  }

  private boolean satisfies(Values values, int pair) {
    ofPair.begin(values.facts().pair(pair), values.atMs());
    ofPair.turnTo(values.each());
    return where.test(ofPair) == Evaluator.TRUE;
  }

  /** Number of clusters of pairs whose others are joined, by way of others too. */
  private static int clusters(Facts facts, int[] pairs, int count) {
    if (count < 2) {
      return count;
    }
    int[] clusterOf = new int[count];
    int clusters = count;
    for (int i = 0; i < count; i++) {
      clusterOf[i] = i;
      for (int j = 0; j < i; j++) {
        if (clusterOf[i] != clusterOf[j] && facts.areJoined(pairs[i], pairs[j])) {
          merge(clusterOf, i + 1, clusterOf[j], clusterOf[i]);
          clusters--;
        }
      }
    }
    return clusters;
  }

  private static void merge(int[] clusterOf, int size, int from, int into) {
    for (int i = 0; i < size; i++) {
      if (clusterOf[i] == from) {
        clusterOf[i] = into;
      }
    }
  }

  @Override
  int families(Values values) {
    int families = 0;
    for (int i = 0; i < values.facts().pairs(); i++) {
      if (satisfies(values, i)) {
        for (int slot : compared) {
          families |= ofPair.families(slot);
        }
      }
    }
    return families;
  }

  @Override
  void restsOn(Values values, int pair, RestsOn hears) {
    for (int i = 0; i < values.facts().pairs(); i++) {
      if (satisfies(values, i)) {
        hears.pair(i);
        for (int slot : compared) {
          ofPair.restsOn(slot, i, hears);
        }
      }
    }
  }
}
