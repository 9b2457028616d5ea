package org.vigie.simulator.world;

import org.vigie.simulator.SimulatedEvent;
import org.vigie.simulator.truth.TruthLine;

/** Hears what happens in a world, and what is true about it. */
public interface WorldListener {
  /** An event reaches the log; called in the order of recording. */
  void event(SimulatedEvent event);

  /** Something is true: told when it begins, so before the last event that belongs to it. */
  void truth(TruthLine line);
}
