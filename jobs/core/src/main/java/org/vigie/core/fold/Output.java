package org.vigie.core.fold;

import org.vigie.core.order.Key;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/**
 * What a step sends on. Identity: (root, stop, key, index).
 *
 * @param index number among the outputs of the step to the same stop and key
 */
public record Output(Root root, StopName stop, Key key, int index, byte[] payload) {
  /** Whether the two are the same output, perhaps with other content. */
  boolean isSameAs(Output other) {
    return stop == other.stop
        && index == other.index
        && key.equals(other.key)
        && root.equals(other.root);
  }
}
