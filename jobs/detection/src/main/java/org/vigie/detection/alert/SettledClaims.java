package org.vigie.detection.alert;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one subtask may claim to have settled. A time that had passed when a checkpoint was taken is
 * settled for good once that checkpoint is complete: by then its alerts were flushed, and whatever
 * happens next goes on from there or from later.
 */
final class SettledClaims {
  private final boolean transactional;
  private final TreeMap<Long, Long> notedMs = new TreeMap<>();
  private Optional<Claim> waiting = Optional.empty();
  private long passedMs;

  /** Everything up to a time is settled as of a checkpoint. */
  record Claim(long checkpoint, long throughMs) {}

  /**
   * Claims of a subtask.
   *
   * @param transactional whether alerts show once a transaction is committed, which is only sure to
   *     have happened when the next checkpoint is complete
   * @param restoredMs what all subtasks had settled at the checkpoint that the run goes on from,
   *     {@link Long#MIN_VALUE} without one
   */
  SettledClaims(boolean transactional, long restoredMs) {
    this.transactional = transactional;
    this.passedMs = restoredMs;
  }

  /** Event time has passed; never goes back, though a watermark does after a restart. */
  void passed(long timeMs) {
    passedMs = Math.max(passedMs, timeMs);
  }

  /** Notes what has passed for a checkpoint, and returns it. */
  long note(long checkpoint) {
    notedMs.put(checkpoint, passedMs);
    return passedMs;
  }

  /** What can be said now that a checkpoint is complete; nothing before any time has passed. */
  Optional<Claim> complete(long checkpoint) {
    Map.Entry<Long, Long> noted = notedMs.floorEntry(checkpoint);
    if (noted == null) {
      return Optional.empty();
    }
    notedMs.headMap(checkpoint, true).clear();
    Claim claim = new Claim(noted.getKey(), noted.getValue());
    Optional<Claim> said = transactional ? waiting : Optional.of(claim);
    waiting = Optional.of(claim);
    return said.filter(one -> one.throughMs() != Long.MIN_VALUE);
  }
}
