package org.vigie.schemas;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * What a writer of JSON must know of a field, looked up once.
 *
 * @param position in the record
 * @param name encoded already
 * @param hasDefault whether the schema gives it one
 * @param defaultValue that default
 */
record JsonField(
    int position, SerializableString name, boolean hasDefault, @Nullable Object defaultValue) {

  /** The fields of a record, in the schema's order. */
  static JsonField[] of(Schema schema) {
    return schema.getFields().stream().map(JsonField::of).toArray(JsonField[]::new);
  }

  private static JsonField of(Schema.Field field) {
    boolean hasDefault = field.hasDefaultValue();
    Object defaultValue = hasDefault ? SpecificData.get().getDefaultValue(field) : null;
    return new JsonField(field.pos(), new SerializedString(field.name()), hasDefault, defaultValue);
  }

  /** Whether a value need not be written where defaults are left out. */
  boolean isDefault(@Nullable Object value) {
    if (value == null) {
      return true;
    }
    if (value instanceof Collection<?> items) {
      return items.isEmpty() && hasDefault;
    }
    return hasDefault && value.equals(defaultValue);
  }
}
