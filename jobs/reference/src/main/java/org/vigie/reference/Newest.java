package org.vigie.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The newest of several things, where only so many are kept; equal instants go by id. */
final class Newest {
  private Newest() {}

  /** The ids with the latest instants, oldest first, at most {@code max} of them. */
  static List<String> ids(Map<String, Instant> latest, int max) {
    List<String> oldestFirst =
        latest.entrySet().stream()
            .sorted(
                Map.Entry.<String, Instant>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    return last(oldestFirst, max);
  }

  /** The last {@code max} of a list. */
  static <T> List<T> last(List<T> list, int max) {
    return list.subList(Math.max(0, list.size() - max), list.size());
  }

  /** The later of two instants. */
  static Instant later(Instant one, Instant other) {
    return Comparator.<Instant>naturalOrder().compare(one, other) >= 0 ? one : other;
  }

  /** The earlier of two instants. */
  static Instant earlier(Instant one, Instant other) {
    return one.isAfter(other) ? other : one;
  }
}
