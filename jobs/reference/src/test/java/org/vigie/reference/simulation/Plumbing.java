package org.vigie.reference.simulation;

import org.vigie.core.fold.Output;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.Root;

/** Where a mutant of the platform differs from the faithful one, which changes nothing. */
class Plumbing {
  /** The stop that a subtask runs. */
  <S> Stop<S> stop(Stop<S> real, Subtask<S> runner) {
    return real;
  }

  /** An input as the decoder sends it. */
  Input decoded(Input input) {
    return input;
  }

  /**
   * Whether an input reaches its key.
   *
   * @param latest the latest instant that reached the key before
   */
  boolean keeps(Input input, Root latest) {
    return true;
  }

  /** Whether an output leaves that an input caused. */
  boolean sends(Input cause, Input output) {
    return true;
  }

  /** How many more elements a subtask takes between a barrier and what it stores for it. */
  int elementsBeforeSnapshot() {
    return 0;
  }

  /** What is said of an alert before it is settled, or taken back. */
  void said(Input announcement) {}

  /** What the last stop has settled, on its way to the log. */
  void settled(Output output) {}

  /** A subtask of the last stop writes down for a checkpoint what time it is there. */
  void noted(long watermarkMs) {}

  /** That checkpoint is complete. */
  void completed() {}

  /** Everything begins anew from the last complete checkpoint. */
  void restarted() {}

  /** A settled alert as it goes out. */
  byte[] published(byte[] alert) {
    return alert;
  }
}
