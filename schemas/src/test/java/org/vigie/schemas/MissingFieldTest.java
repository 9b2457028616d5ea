package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** Whoever leaves a field out reads what it may hold, and how it would look. */
class MissingFieldTest {
  @Test
  void showsAnExampleOfEveryFieldThatAnEventNeeds() {
    for (RecordKind kind : RecordKind.EVENTS) {
      shown(kind.schema());
    }
  }

  private static void shown(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> schema.getFields().forEach(MissingFieldTest::shown);
      case ARRAY -> shown(schema.getElementType());
      case MAP -> shown(schema.getValueType());
      case UNION -> schema.getTypes().forEach(MissingFieldTest::shown);
      case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
        // It holds no field.
      }
    }
  }

  private static void shown(Schema.Field field) {
    if (!field.hasDefaultValue()) {
      boolean isTime = "epoch_ms".equals(field.getProp("unit"));
      assertThat(MissingField.allowed(field, isTime))
          .contains(", for example \"" + field.name() + "\":");
    }
    shown(field.schema());
  }
}
