package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.Test;
import org.vigie.alert.Harm;
import org.vigie.event.Message;

class ContractRecordTest {
  @Test
  void avroIsHeldToTheContractsBoundsOnceARecordWasTouched() {
    new Message();
    assertThatCode(AvroLimits::require).doesNotThrowAnyException();
    assertThatThrownBy(() -> SystemLimitException.checkMaxStringLength(Limits.TEXT_BYTES_MAX + 1))
        .isInstanceOf(SystemLimitException.class);
  }

  @Test
  void avroMakesObjectsOfTheGeneratedClassesAndNoOthers() {
    new Message();
    assertThatCode(() -> ClassSecurityValidator.validate(Harm.class)).doesNotThrowAnyException();
    assertThatThrownBy(() -> ClassSecurityValidator.validate(RecordKind.class))
        .isInstanceOf(SecurityException.class);
    assertThatThrownBy(() -> ClassSecurityValidator.validate(ProcessBuilder.class))
        .isInstanceOf(SecurityException.class);
  }
}
