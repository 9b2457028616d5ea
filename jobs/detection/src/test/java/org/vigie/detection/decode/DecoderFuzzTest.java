package org.vigie.detection.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.vigie.alert.DeadLetterCode;
import org.vigie.core.event.Trace;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.Samples;
import org.vigie.detection.decode.Decoder.Outcome;
import org.vigie.schemas.RecordKind;

/** Whatever bytes come, the decoder answers: {@code -Drounds=N} for more of them. */
final class DecoderFuzzTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 20_000);
  private static final int FRAME_BYTES = 10;

  private final Decoder decoder = new Decoder(0, TimeBounds.DEFAULT);
  private final EventEncoder encoder = new EventEncoder();

  @Test
  void answersWhateverBytesCome() {
    List<SpecificRecord> events = Samples.platform(1);
    Set<DeadLetterCode> seen = EnumSet.noneOf(DeadLetterCode.class);
    int accepted = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      SpecificRecord event = events.get(random.nextInt(events.size()));
      byte[] payload = broken(encoder.encode(event), random);
      RecordKind kind =
          random.nextInt(20) == 0 ? RecordKind.EVENTS.get(random.nextInt(4)) : RecordKind.of(event);
      long recordedMs = random.nextInt(20) == 0 ? random.nextLong() : Samples.START_MS;

      Outcome outcome =
          decoder.decode(new LogRecord(kind, "t", 0, round, recordedMs, null, payload, Trace.NONE));

      if (outcome instanceof Outcome.Refused refused) {
        seen.add(refused.why().code());
        assertThat(refused.why().message()).as("seed %d", round).doesNotContain("defect");
      } else {
        accepted++;
      }
    }
    assertThat(accepted).isPositive();
    assertThat(seen)
        .contains(
            DeadLetterCode.UNREADABLE,
            DeadLetterCode.BAD_VALUE,
            DeadLetterCode.STALE,
            DeadLetterCode.FUTURE_TIME);
  }

  private static byte[] broken(byte[] payload, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> payload;
      case 1 -> Arrays.copyOf(payload, random.nextInt(payload.length));
      case 2 -> Arrays.copyOf(payload, payload.length + 1 + random.nextInt(9));
      case 3 -> noise(random);
      case 4 -> flipped(payload, 0, random);
      default -> flipped(payload, FRAME_BYTES, random);
    };
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] flipped(byte[] payload, int from, Random random) {
    byte[] flipped = payload.clone();
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      int at = from + random.nextInt(flipped.length - from);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }
}
