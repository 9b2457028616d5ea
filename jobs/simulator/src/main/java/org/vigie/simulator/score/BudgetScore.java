package org.vigie.simulator.score;

/**
 * What a reviewer sees who reads so many alerts a week, the worst first.
 *
 * @param alertsAWeek how many are read in each week
 * @param precision right ones of those that were read
 */
public record BudgetScore(int alertsAWeek, Share precision) {}
