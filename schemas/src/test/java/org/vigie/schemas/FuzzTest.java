package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.schemas.SampleRecords.Fill;

/** Bytes from strangers: whatever they are, each gets one answer and nothing is thrown. */
class FuzzTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 1000);

  @ParameterizedTest
  @EnumSource
  void everyBinaryRecordIsAcceptedOrRefused(RecordKind kind) {
    BinaryCodec<ContractRecord> codec = Codecs.of(kind);
    int accepted = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      byte[] bytes = codec.encode(new SampleRecords(seed, Fill.SOME).of(kind));
      byte[] broken = seed % 10 == 0 ? bytes : broken(bytes, random, seed % 2 == 0 ? 10 : 0);
      Decoded<ContractRecord> decoded = answer(seed, () -> codec.decode(broken));
      if (decoded instanceof Decoded.Accepted<ContractRecord> whole) {
        accepted++;
        assertThat(codec.decode(codec.encode(whole.record()))).as("seed %s", seed).isEqualTo(whole);
      }
    }
    assertThat(accepted).isBetween(ROUNDS / 10, ROUNDS - 1);
  }

  @ParameterizedTest
  @EnumSource
  void everyJsonLineIsReadOrRefused(RecordKind kind) {
    JsonLineReader reader = kind.isEvent() ? JsonLineReader.ofEvents() : JsonLineReader.of(kind);
    JsonLineWriter writer = new JsonLineWriter();
    int read = 0;
    for (long seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      byte[] bytes = writer.write(new SampleRecords(seed, Fill.SOME).of(kind));
      byte[] broken = seed % 10 == 0 ? bytes : broken(bytes, random, 0);
      long number = seed + 2;
      JsonLine line = answer(seed, () -> reader.read(number, broken));
      assertThat(line.number()).isEqualTo(number);
      if (line instanceof JsonLine.Read whole) {
        read++;
        assertThat(reader.read(number, writer.write(whole.record())))
            .as("seed %s", seed)
            .isEqualTo(new JsonLine.Read(number, whole.kind(), whole.record(), Recording.NONE));
      } else if (line instanceof JsonLine.Refused refused) {
        assertThat(refused.refusal().describe()).as("seed %s", seed).doesNotContain("\n");
      }
    }
    assertThat(read).isBetween(ROUNDS / 10, ROUNDS - 1);
  }

  @Test
  void noLineOfABrokenFileIsLost() throws IOException {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      byte[] file = brokenFile(random);
      long ends = 0;
      for (byte one : file) {
        ends += one == '\n' ? 1 : 0;
      }
      long expected = ends + (file[file.length - 1] == '\n' ? 0 : 1);
      List<JsonLine> lines = JsonLineStreamTest.all(file, 1 + random.nextInt(5000));
      assertThat(lines).as("seed %s", seed).hasSize((int) expected);
      assertThat(lines.get(lines.size() - 1).number()).as("seed %s", seed).isEqualTo(expected);
    }
  }

  private static byte[] brokenFile(Random random) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    JsonLineWriter writer = new JsonLineWriter();
    for (int count = 0; count < 200; count++) {
      RecordKind kind = RecordKind.EVENTS.get(random.nextInt(RecordKind.EVENTS.size()));
      byte[] line = writer.write(new SampleRecords(random.nextLong(), Fill.SOME).of(kind));
      file.writeBytes(random.nextBoolean() ? broken(line, random, 0) : line);
      file.write('\n');
      if (random.nextInt(50) == 0) {
        file.writeBytes(new byte[Limits.EVENT_BYTES_MAX + random.nextInt(10)]);
        file.write('\n');
      }
    }
    return Arrays.copyOf(file.toByteArray(), file.size() - random.nextInt(2));
  }

  /** Flips bits, puts in other bytes, cuts off, repeats a piece or makes all of it anew. */
  private static byte[] broken(byte[] bytes, Random random, int keep) {
    byte[] broken = bytes.clone();
    int room = broken.length - keep;
    int at = keep + random.nextInt(room);
    switch (random.nextInt(5)) {
      case 0 -> broken[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> {
        for (int count = random.nextInt(8); count >= 0; count--) {
          broken[keep + random.nextInt(room)] = (byte) random.nextInt();
        }
      }
      case 2 -> {
        return Arrays.copyOf(broken, at);
      }
      case 3 -> {
        byte[] longer = Arrays.copyOf(broken, broken.length + broken.length - at);
        System.arraycopy(broken, at, longer, broken.length, broken.length - at);
        return longer;
      }
      default -> {
        byte[] noise = new byte[room];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, broken, keep, room);
      }
    }
    return broken;
  }

  private interface Answer<T> {
    T get();
  }

  private static <T> T answer(long seed, Answer<T> asked) {
    try {
      return asked.get();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
      throw new AssertionError("seed " + seed + " made it throw", thrown);
    }
  }
}
