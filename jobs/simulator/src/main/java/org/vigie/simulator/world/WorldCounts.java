package org.vigie.simulator.world;

import org.vigie.simulator.truth.TruthTotals;

/**
 * How much there was.
 *
 * @param totals what the truth says of it
 * @param waitingMax the most events that were drawn and not yet recorded at once: what memory grows
 *     with
 */
public record WorldCounts(TruthTotals totals, int waitingMax) {}
