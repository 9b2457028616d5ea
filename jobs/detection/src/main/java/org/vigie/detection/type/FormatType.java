package org.vigie.detection.type;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Type of a stream whose elements have a {@link Format}.
 *
 * @param <T> type of the elements
 */
final class FormatType<T> extends TypeInformation<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> typeClass;
  private final TypeSerializer<T> format;

  FormatType(Class<T> typeClass, TypeSerializer<T> format) {
    this.typeClass = typeClass;
    this.format = format;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<T> getTypeClass() {
    return typeClass;
  }

  @Override
  public boolean isKeyType() {
    return Comparable.class.isAssignableFrom(typeClass);
  }

  @Override
  public TypeSerializer<T> createSerializer(SerializerConfig config) {
    return format.duplicate();
  }

  @Override
  public String toString() {
    return typeClass.getSimpleName();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FormatType<?> that
        && typeClass == that.typeClass
        && format.equals(that.format);
  }

  @Override
  public int hashCode() {
    return typeClass.hashCode() * 31 + format.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof FormatType;
  }
}
