package org.vigie.simulator.truth;

/** One line of the truth about a world. */
public sealed interface TruthLine permits TruthCase, TruthLookAlike, TruthTotals {}
