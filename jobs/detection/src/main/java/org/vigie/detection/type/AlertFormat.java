package org.vigie.detection.type;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.alert.Alert;

/** An alert on its way to a sink. */
final class AlertFormat extends AvroFormat<Alert> {
  private static final long serialVersionUID = 1L;

  AlertFormat() {
    super(Alert.class);
  }

  @Override
  public TypeSerializer<Alert> duplicate() {
    return new AlertFormat();
  }

  @Override
  public TypeSerializerSnapshot<Alert> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: the fields of the schema in this job. */
  public static final class Snapshot extends FormatSnapshot<Alert> {
    public Snapshot() {
      super(1, AlertFormat::new);
    }
  }
}
