package org.vigie.simulator.score;

import java.util.List;
import java.util.OptionalLong;

/**
 * The middle and the slow end of something that was measured.
 *
 * @param count how often
 * @param median the lower middle; empty if there is none
 * @param p90 nine of ten are at most this; empty if there is none
 */
public record Quantiles(int count, OptionalLong median, OptionalLong p90) {
  static Quantiles of(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return new Quantiles(sorted.size(), at(sorted, 0.5), at(sorted, 0.9));
  }

  private static OptionalLong at(List<Long> sorted, double share) {
    if (sorted.isEmpty()) {
      return OptionalLong.empty();
    }
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return OptionalLong.of(sorted.get(Math.max(0, index)));
  }
}
