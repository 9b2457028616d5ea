package org.vigie.core.fold;

import org.jspecify.annotations.Nullable;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;

/**
 * One stop of the data's path: a pure left fold over the inputs of one key in canonical order. An
 * implementation has no clock, no random, no thread, and does not see a watermark.
 *
 * @param <S> state of one key, mutable, owned by the caller
 */
public interface Stop<S> {
  /** No deadline. */
  long NO_DEADLINE = Long.MAX_VALUE;

  /** Which stop this is. */
  StopName name();

  /** Whether outputs count only once their instant is settled; true for the last stop alone. */
  boolean settles();

  /** The state of a stored key, or that of a new one for null. */
  S decode(byte @Nullable [] stored);

  /** Packs a state, null if nothing is left to store. Equal states give equal bytes. */
  byte @Nullable [] encode(S state);

  /** Applies one input of the instant {@code step.root()}. */
  void apply(S state, Input input, Step step);

  /** Judges once everything of the instant is applied. */
  void judge(S state, Step step);

  /** When the earliest deadline is due, a full second in epoch ms, or {@link #NO_DEADLINE}. */
  long nextDeadlineMs(S state);

  /**
   * Id of the instant of a key's deadlines. A stop that tells later ones something at a deadline
   * has one for all keys, so that what is due at one time is one instant for whoever is told.
   */
  default String deadlineId(Key key) {
    return Long.toHexString(key.tag());
  }

  /** Applies the deadlines due at {@code step.root().timeMs()}, and judges. */
  void onDeadline(S state, Step step);

  /**
   * Of a stop that settles: what is said of an output before it is settled.
   *
   * @param payload an output on arrival
   * @param core the key as of its frontier, null for a new one: what is settled so far
   * @return null if nothing is said until it is settled
   */
  default byte @Nullable [] announcement(byte[] payload, byte @Nullable [] core) {
    return payload;
  }

  /**
   * Of a stop that settles, and of what is said for the audit: what is said when an announced
   * output is taken back.
   *
   * @param announcement what was said of it
   * @return null for a tombstone without words
   */
  default byte @Nullable [] withdrawal(byte[] announcement) {
    return null;
  }
}
