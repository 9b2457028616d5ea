package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.SampleRecords.Fill;

class RoundTripTest {
  private static final int SEEDS = 20;

  @ParameterizedTest
  @MethodSource("kindsAndFills")
  void comesBackFromBinary(RecordKind kind, Fill fill) {
    BinaryCodec<ContractRecord> codec = Codecs.of(kind);
    for (long seed = 0; seed < SEEDS; seed++) {
      ContractRecord record = new SampleRecords(seed, fill).of(kind);
      assertThat(codec.decode(codec.encode(record)))
          .as("seed %s", seed)
          .isEqualTo(new Decoded.Accepted<>(record));
    }
  }

  @ParameterizedTest
  @MethodSource("kindsAndFills")
  void comesBackFromJson(RecordKind kind, Fill fill) {
    JsonLineReader reader = kind.isEvent() ? JsonLineReader.ofEvents() : JsonLineReader.of(kind);
    JsonLineWriter writer = new JsonLineWriter();
    for (long seed = 0; seed < SEEDS; seed++) {
      SpecificRecord record = new SampleRecords(seed, fill).of(kind);
      Recording recording =
          kind.isEvent() && seed % 2 == 0
              ? Recording.of(1_719_345_600_123L, "vigie.somewhere", 3, seed).inTrace("00-" + seed)
              : Recording.NONE;
      byte[] line = writer.write(record, recording);
      assertThat(reader.read(7, line))
          .as("seed %s: %s", seed, new String(line, StandardCharsets.UTF_8))
          .isEqualTo(new JsonLine.Read(7, kind, record, recording));
      assertThat(writer.write(record, recording)).as("seed %s", seed).isEqualTo(line);
    }
    assertThat(reader.unknownFields().fields()).isEmpty();
  }

  static Stream<Arguments> kindsAndFills() {
    return Stream.of(RecordKind.values())
        .flatMap(kind -> Stream.of(Fill.values()).map(fill -> Arguments.of(kind, fill)));
  }
}
