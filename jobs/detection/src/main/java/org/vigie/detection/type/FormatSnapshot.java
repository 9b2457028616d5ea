package org.vigie.detection.type;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a savepoint remembers of a {@link Format}: its class and the version of its layout. A
 * savepoint of a later version is refused instead of misread.
 */
abstract class FormatSnapshot<T> implements TypeSerializerSnapshot<T> {
  private final int version;
  private final Supplier<Format<T>> format;

  FormatSnapshot(int version, Supplier<Format<T>> format) {
    this.version = version;
    this.format = format;
  }

  @Override
  public final int getCurrentVersion() {
    return version;
  }

  @Override
  public final void writeSnapshot(DataOutputView out) {
    // The version, which Flink writes, says everything.
  }

  @Override
  public final void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader)
      throws IOException {
    if (readVersion != version) {
      throw new IOException(
          getClass().getSimpleName()
              + " of version "
              + readVersion
              + "; this engine reads "
              + version
              + ": restore with the release that wrote it");
    }
  }

  @Override
  public final TypeSerializer<T> restoreSerializer() {
    return format.get();
  }

  @Override
  public final TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    return old.getClass() == getClass()
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
