package org.vigie.detection.alert;

import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.core.order.Input;

/** What the last stop says on arrival becomes the record of the contract. */
public final class ProvisionalEncoder implements MapFunction<Input, Alert> {
  private static final long serialVersionUID = 1L;

  private final JobMarks marks;
  private transient @Nullable AlertRecords records;

  /**
   * An encoding hop.
   *
   * @param marks what the job's options put on every alert
   */
  public ProvisionalEncoder(JobMarks marks) {
    this.marks = marks;
  }

  @Override
  public Alert map(Input said) {
    if (records == null) {
      records = new AlertRecords(marks);
    }
    return records.provisional(said);
  }
}
