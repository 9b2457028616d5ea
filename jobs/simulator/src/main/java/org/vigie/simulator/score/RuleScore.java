package org.vigie.simulator.score;

import org.vigie.alert.Severity;

/**
 * Alerts of a rule at a severity.
 *
 * @param rule its id; empty of the total over all rules, in which an alert counts once
 * @param right alerts about somebody who was planted to do harm, or on whom it is seen
 * @param wrong alerts about nobody of these
 * @param wrongPer1000 wrong ones per 1000 active user-weeks
 */
public record RuleScore(
    String rule, Severity severity, int right, int wrong, double wrongPer1000) {}
