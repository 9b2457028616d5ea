package org.vigie.simulator.truth;

/**
 * How much there was.
 *
 * @param seed what it was drawn from
 * @param accounts accounts in all
 * @param days days watched
 * @param startMs when it began, epoch milliseconds
 * @param events events that reached the log
 * @param faintOfTen of ten planted cases so many were drawn to show little
 * @param activeUserWeeks accounts times weeks in which they did something; what rates of false
 *     alerts are per
 */
public record TruthTotals(
    long seed,
    int accounts,
    int days,
    long startMs,
    int faintOfTen,
    long events,
    long activeUserWeeks)
    implements TruthLine {}
