package org.vigie.detection.type;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.vigie.alert.AuditEntry;

/** An audit entry on its way to its chain or to a sink. */
final class AuditEntryFormat extends AvroFormat<AuditEntry> {
  private static final long serialVersionUID = 1L;

  AuditEntryFormat() {
    super(AuditEntry.class);
  }

  @Override
  public TypeSerializer<AuditEntry> duplicate() {
    return new AuditEntryFormat();
  }

  @Override
  public TypeSerializerSnapshot<AuditEntry> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: the fields of the schema in this job. */
  public static final class Snapshot extends FormatSnapshot<AuditEntry> {
    public Snapshot() {
      super(1, AuditEntryFormat::new);
    }
  }
}
