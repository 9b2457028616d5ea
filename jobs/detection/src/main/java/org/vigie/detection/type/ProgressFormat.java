package org.vigie.detection.type;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.alert.Progress;

/** A progress record on its way to a sink. */
final class ProgressFormat extends AvroFormat<Progress> {
  private static final long serialVersionUID = 1L;

  ProgressFormat() {
    super(Progress.class);
  }

  @Override
  public TypeSerializer<Progress> duplicate() {
    return new ProgressFormat();
  }

  @Override
  public TypeSerializerSnapshot<Progress> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: the fields of the schema in this job. */
  public static final class Snapshot extends FormatSnapshot<Progress> {
    public Snapshot() {
      super(1, ProgressFormat::new);
    }
  }
}
