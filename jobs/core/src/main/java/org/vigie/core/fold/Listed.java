package org.vigie.core.fold;

import java.util.List;

/**
 * Lists that findings and alerts show: never more than their {@link StateLimit} says, and what is
 * left out is counted.
 */
public final class Listed {
  private Listed() {}

  /** The first of them. */
  public static <T> List<T> first(List<T> all, StateLimit limit, Step step) {
    if (all.size() <= limit.entriesMax()) {
      return List.copyOf(all);
    }
    step.reached(limit);
    return List.copyOf(all.subList(0, limit.entriesMax()));
  }

  /** The last of them. */
  public static <T> List<T> last(List<T> all, StateLimit limit, Step step) {
    if (all.size() <= limit.entriesMax()) {
      return List.copyOf(all);
    }
    step.reached(limit);
    return List.copyOf(all.subList(all.size() - limit.entriesMax(), all.size()));
  }
}
