package org.vigie.core.fold;

import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/**
 * What a step sends on.
 *
 * @param index number among the outputs of the step to the same stop and key
 */
public record Output(Root root, StopName stop, Key key, int index, byte[] payload) {
  /**
   * As it travels.
   *
   * @param producer the stop that sends it
   * @param tag tag of the key that sends it
   */
  public Input sentBy(StopName producer, long tag) {
    return new Input(stop, key, root, new Path(producer, tag, index), false, payload);
  }
}
