package org.vigie.detection.alert;

import org.apache.flink.api.common.functions.MapFunction;
import org.vigie.alert.Alert;
import org.vigie.core.order.Input;

/** What the last stop says on arrival becomes the record of the contract. */
public final class ProvisionalEncoder implements MapFunction<Input, Alert> {
  private static final long serialVersionUID = 1L;

  private final boolean createTime;

  /**
   * An encoding hop.
   *
   * @param createTime whether topics without LogAppendTime were accepted: marked on every alert
   */
  public ProvisionalEncoder(boolean createTime) {
    this.createTime = createTime;
  }

  @Override
  public Alert map(Input said) {
    return ProvisionalAlert.of(said, createTime);
  }
}
