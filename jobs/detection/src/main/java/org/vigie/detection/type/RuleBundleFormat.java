package org.vigie.detection.type;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.vigie.detection.rules.RuleBundle;

/** A {@link RuleBundle}, on the wire and in broadcast state. */
final class RuleBundleFormat extends Format<RuleBundle> {
  private static final long serialVersionUID = 1L;

  @Override
  public void serialize(RuleBundle bundle, DataOutputView target) throws IOException {
    target.writeUTF(bundle.name());
    target.writeLong(bundle.effectiveFromMs());
  }

  @Override
  public RuleBundle deserialize(DataInputView source) throws IOException {
    return new RuleBundle(source.readUTF(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<RuleBundle> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Version 1: name, effective time. */
  public static final class Snapshot extends FormatSnapshot<RuleBundle> {
    public Snapshot() {
      super(1, RuleBundleFormat::new);
    }
  }
}
