package org.vigie.simulator;

/** Something that is planted into ordinary life: a harm, or what only looks like one. */
interface Story {
  /** How many accounts it brings with it. */
  int newcomers();

  /** Writes down what happens, and what is true about it. */
  void tell(Town town, Journal journal, TruthNotes truth);
}
