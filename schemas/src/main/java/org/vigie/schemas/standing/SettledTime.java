package org.vigie.schemas.standing;

import java.util.HashMap;
import java.util.Map;
import org.vigie.alert.Progress;

/** How far the newest run has settled with all of its subtasks. */
final class SettledTime {
  private final Map<Integer, Progress> bySubtask = new HashMap<>();
  private String run = "";
  private long throughMs = Long.MIN_VALUE;

  /** Takes a record in; those of older runs say nothing any more. */
  void take(Progress progress) {
    int age = progress.getRun().compareTo(run);
    if (age < 0) {
      return;
    }
    if (age > 0) {
      run = progress.getRun();
      bySubtask.clear();
    }
    bySubtask.merge(progress.getSubtask(), progress, SettledTime::later);
    throughMs = leastMs();
  }

  /** Epoch milliseconds; {@link Long#MIN_VALUE} until all subtasks of the newest run were heard. */
  long throughMs() {
    return throughMs;
  }

  private static Progress later(Progress one, Progress other) {
    if (one.getCheckpoint() != other.getCheckpoint()) {
      return one.getCheckpoint() > other.getCheckpoint() ? one : other;
    }
    return one.getSettledThrough() >= other.getSettledThrough() ? one : other;
  }

  /**
   * A run can change its parallelism as it goes on: how many subtasks there are is what the latest
   * checkpoint says, and what others said under another parallelism was about other keys.
   */
  private long leastMs() {
    Progress latest = bySubtask.values().stream().reduce(SettledTime::later).orElseThrow();
    long leastMs = Long.MAX_VALUE;
    for (int subtask = 0; subtask < latest.getParallelism(); subtask++) {
      Progress said = bySubtask.get(subtask);
      if (said == null || said.getParallelism() != latest.getParallelism()) {
        return Long.MIN_VALUE;
      }
      leastMs = Math.min(leastMs, said.getSettledThrough());
    }
    return latest.getParallelism() < 1 ? Long.MIN_VALUE : leastMs;
  }
}
