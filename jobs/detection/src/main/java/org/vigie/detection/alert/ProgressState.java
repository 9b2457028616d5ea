package org.vigie.detection.alert;

import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;

/**
 * State of the last hop: one number each a subtask, read by all subtasks of the run that goes on
 * from it; replaced at each checkpoint, so that it never grows.
 */
final class ProgressState {
  /** The run that took the checkpoint, so that the next one's id is greater. */
  static final ListStateDescriptor<Long> RUN =
      new ListStateDescriptor<>("run", LongSerializer.INSTANCE);

  /** How far the subtask had settled, epoch milliseconds, so that progress never goes back. */
  static final ListStateDescriptor<Long> SETTLED_THROUGH =
      new ListStateDescriptor<>("settled-through", LongSerializer.INSTANCE);

  private ProgressState() {}
}
