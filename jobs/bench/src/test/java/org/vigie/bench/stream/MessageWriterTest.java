package org.vigie.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.bench.stream.StreamSpec.Preset;
import org.vigie.event.Message;
import org.vigie.event.Signal;

class MessageWriterTest {
  private static final int ACCOUNTS = 2_000;

  @Test
  void sameSeedGivesTheSameBytes() {
    assertThat(digest(42)).isEqualTo(digest(42));
  }

  @Test
  void otherSeedGivesOtherBytes() {
    assertThat(digest(42)).isNotEqualTo(digest(43));
  }

  @Test
  void aRecordIs187BytesAndItsKey16() {
    StreamSpec spec =
        new StreamSpec(
            StreamSpec.DEFAULT_SEED, Preset.MESSAGES.events(), Preset.MESSAGES.accounts());
    MessageWriter writer = new MessageWriter(spec);
    EventStream stream = new EventStream(spec);
    long bytes = 0;
    int looked = 0;
    for (int i = 0; i < Preset.MESSAGES.events(); i++) {
      StreamEvent event = stream.next();
      if (i % 100 == 0) {
        bytes += writer.value(event).length;
        looked++;
        assertThat(writer.key(event)).hasSize(16);
      }
    }
    assertThat((double) bytes / looked).isCloseTo(187, within(1.0));
  }

  @Test
  void everyRecordIsADirectMessageThatDecodes() throws IOException {
    StreamSpec spec = new StreamSpec(42, 3_000, ACCOUNTS);
    MessageWriter writer = new MessageWriter(spec);
    Set<String> eventIds = new HashSet<>();
    int found = 0;
    EventStream stream = new EventStream(spec);
    while (stream.hasNext()) {
      StreamEvent event = stream.next();
      Message message = Message.getDecoder().decode(writer.value(event));
      assertThat(message.getTime()).isEqualTo(event.timeMs());
      assertThat(message.getSender())
          .isEqualTo(new String(writer.key(event), StandardCharsets.US_ASCII));
      assertThat(message.getRecipients()).hasSize(1).doesNotContain(message.getSender());
      assertThat(message.getSignals()).hasSize(MessageWriter.SIGNALS);
      eventIds.add(message.getEventId());
      found += (int) message.getSignals().stream().filter(MessageWriterTest::counts).count();
    }
    assertThat(eventIds).hasSize(spec.events());
    assertThat((double) found / spec.events()).isCloseTo(MessageWriter.FOUND_SHARE, within(0.01));
  }

  private static boolean counts(Signal signal) {
    return signal.getScore() >= 0.5;
  }

  private static String digest(long seed) {
    StreamSpec spec = new StreamSpec(seed, 5_000, ACCOUNTS);
    MessageWriter writer = new MessageWriter(spec);
    MessageDigest digest = sha256();
    new EventStream(spec)
        .forEachRemaining(
            event -> {
              digest.update(writer.key(event));
              digest.update(writer.value(event));
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
