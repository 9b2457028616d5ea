package org.vigie.detection.stop;

import java.io.Serializable;
import org.vigie.detection.rules.KnownRules;

/**
 * What distinguishes one hop of the job from another.
 *
 * @param factory makes the stop
 * @param rules rule sets known at submission
 * @param settings how stops run
 */
public record StopDefinition(StopFactory factory, KnownRules rules, StopSettings settings)
    implements Serializable {}
