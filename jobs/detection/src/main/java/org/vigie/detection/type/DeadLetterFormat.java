package org.vigie.detection.type;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.alert.DeadLetter;

/** A dead letter on its way to a sink. */
final class DeadLetterFormat extends AvroFormat<DeadLetter> {
  private static final long serialVersionUID = 1L;

  DeadLetterFormat() {
    super(DeadLetter.class);
  }

  @Override
  public TypeSerializer<DeadLetter> duplicate() {
    return new DeadLetterFormat();
  }

  @Override
  public TypeSerializerSnapshot<DeadLetter> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: the fields of the schema in this job. */
  public static final class Snapshot extends FormatSnapshot<DeadLetter> {
    public Snapshot() {
      super(1, DeadLetterFormat::new);
    }
  }
}
