package org.vigie.detection.audit;

import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/**
 * State of the audit's operator, which has one subtask. Entries are bytes in single-object encoding
 * by a published schema, so that a later version reads them.
 */
final class AuditState {
  /** When the run was submitted, the run's number, the day that is not over: three numbers. */
  static final ListStateDescriptor<Long> RUN =
      new ListStateDescriptor<>("audit-run", LongSerializer.INSTANCE);

  /** The entry that was chained last; at most one. */
  static final ListStateDescriptor<byte[]> LAST =
      new ListStateDescriptor<>("audit-last", BytePrimitiveArraySerializer.INSTANCE);

  /** Notes that wait for time to pass, at most {@link AuditWriter#PENDING_MAX}. */
  static final ListStateDescriptor<byte[]> PENDING =
      new ListStateDescriptor<>("audit-pending", BytePrimitiveArraySerializer.INSTANCE);

  /** Entries that were chained since the last completed checkpoint. */
  static final ListStateDescriptor<byte[]> UNSENT =
      new ListStateDescriptor<>("audit-unsent", BytePrimitiveArraySerializer.INSTANCE);

  private AuditState() {}
}
