package org.vigie.detection.alert;

import org.apache.flink.api.common.functions.MapFunction;
import org.vigie.alert.Alert;

/** The last hop: a settled revision as the engine packs it becomes the record of the contract. */
public final class AlertEncoder implements MapFunction<byte[], Alert> {
  private static final long serialVersionUID = 1L;

  private final boolean createTime;

  /**
   * An encoding hop.
   *
   * @param createTime whether topics without LogAppendTime were accepted: marked on every alert
   */
  public AlertEncoder(boolean createTime) {
    this.createTime = createTime;
  }

  @Override
  public Alert map(byte[] settled) {
    return SettledAlert.of(org.vigie.core.alert.Alert.fromBytes(settled), createTime);
  }
}
