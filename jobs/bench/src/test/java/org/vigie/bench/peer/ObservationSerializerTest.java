package org.vigie.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class ObservationSerializerTest {
  private static final Observation OBSERVATION =
      new Observation(
          "e1", "c1", "é", "b", -7, 42, new int[] {1, -2}, new short[] {0, (short) 1_000});

  @Test
  void whatGoesInComesOut() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    ObservationSerializer.INSTANCE.serialize(OBSERVATION, out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertThat(ObservationSerializer.INSTANCE.deserialize(in))
        .usingRecursiveComparison()
        .isEqualTo(OBSERVATION);
    assertThat(in.available()).isZero();
  }

  @Test
  void refusesAnIdThatItsLengthByteCannotTell() {
    Observation tooLong =
        new Observation("e".repeat(256), "c1", "a", "b", 0, 0, new int[0], new short[0]);
    assertThatThrownBy(
            () -> ObservationSerializer.INSTANCE.serialize(tooLong, new DataOutputSerializer(64)))
        .hasMessageContaining("256 bytes");
  }
}
