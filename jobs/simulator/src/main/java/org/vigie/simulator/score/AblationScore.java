package org.vigie.simulator.score;

import org.vigie.alert.Family;

/**
 * What is left without the findings that used a kind of evidence.
 *
 * @param above found of the cases that show
 * @param wrongWaking wrong alerts that wake someone
 */
public record AblationScore(Family without, Share above, int wrongWaking) {}
