package org.vigie.core.fold;

import org.vigie.core.order.Key;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/**
 * What a step sends on.
 *
 * @param index number among the outputs of the step to the same stop and key
 */
public record Output(Root root, StopName stop, Key key, int index, byte[] payload) {}
