package org.vigie.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.vigie.detection.decode.Decoder;
import org.vigie.schemas.Decoded;

class DecodeBenchmarkTest {
  @Test
  void everyRecordBecomesInputs() {
    DecodeBenchmark benchmark = new DecodeBenchmark();
    benchmark.write();
    for (int i = 0; i < 100; i++) {
      assertThat(benchmark.toInputsOfTheStops()).isInstanceOf(Decoder.Outcome.Accepted.class);
    }
  }

  @Test
  void bothWaysReadTheSameMessage() throws IOException {
    DecodeBenchmark one = new DecodeBenchmark();
    one.write();
    DecodeBenchmark other = new DecodeBenchmark();
    other.write();
    for (int i = 0; i < 100; i++) {
      assertThat(other.checkedByTheContract()).isEqualTo(new Decoded.Accepted<>(one.plainAvro()));
    }
  }
}
