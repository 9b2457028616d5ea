package org.vigie.simulator.score;

import java.util.Map;
import org.vigie.simulator.truth.PlantedHarm;

/**
 * What became of the planted cases of one kind. An alert of the same family of harm about anybody
 * of the case finds it, at whatever severity.
 *
 * @param all found of all cases: recall, which is synthetic
 * @param above found of those that show (the others are expected misses)
 * @param below found of those that hardly show
 * @param aboveWaking of those that show, found at a severity that wakes someone
 * @param beforeStep found before the harmful step, of all cases that have one
 * @param delayMs event time from the first act to the first finding
 * @param messages acts of the actors up to the first finding
 * @param targets victims reached up to the first finding
 * @param rules which rules found how many of them
 */
public record HarmScore(
    PlantedHarm planted,
    Share all,
    Share above,
    Share below,
    Share aboveWaking,
    Share beforeStep,
    Quantiles delayMs,
    Quantiles messages,
    Quantiles targets,
    Map<String, Integer> rules) {
  public HarmScore {
    rules = Map.copyOf(rules);
  }
}
