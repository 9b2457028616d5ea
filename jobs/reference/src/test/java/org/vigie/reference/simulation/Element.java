package org.vigie.reference.simulation;

import org.vigie.core.order.Input;

/** What travels through a channel, in band. */
sealed interface Element {
  /** Something for a key. */
  record Item(Input input) implements Element {}

  /** No input at or before this time follows, but for those of an earlier crash again. */
  record Mark(long timeMs) implements Element {}

  /** What came before it belongs to the checkpoint, what comes after it does not. */
  record Barrier(int checkpoint) implements Element {}
}
