package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.alert.DeadLetterCode;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.schemas.JsonLine;

final class SnapLinesTest {
  @Test
  void readsAContactAsADirectMessage() throws IOException {
    List<JsonLine> lines = read("1 2 1082040961\n");

    Message message = message(lines.get(0));
    assertThat(message.getCommunity()).isEqualTo("snap");
    assertThat(message.getSender()).isEqualTo("1");
    assertThat(message.getRecipients()).containsExactly("2");
    assertThat(message.getTime()).isEqualTo(1_082_040_961_000L);
    assertThat(message.getChannel()).isEqualTo(Channel.DIRECT);
    assertThat(message.getMutualContacts()).isNull();
  }

  @Test
  void givesDifferentContactsDifferentIds() throws IOException {
    List<JsonLine> lines = read("1 2 100\n2 1 100\n1 2 101\n1 21 00\n");

    assertThat(lines).hasSize(4);
    assertThat(lines.stream().map(line -> message(line).getEventId()).distinct()).hasSize(4);
  }

  @Test
  void namesAContactAlikeInEveryFile() throws IOException {
    assertThat(message(read("1 2 100\n").get(0)).getEventId())
        .isEqualTo(message(read("7 7 7\n1\t2   100\r\n").get(1)).getEventId());
  }

  @Test
  void passesOverCommentsAndBlankLines() throws IOException {
    assertThat(read("# a comment\n\n   \n1 2 3"))
        .filteredOn(line -> line instanceof JsonLine.Blank)
        .hasSize(3);
  }

  @Test
  void refusesWhatIsNoContactAndGoesOn() throws IOException {
    String long1 = "x".repeat(300);
    List<JsonLine> lines =
        read("1 2\n1 2 3 4\n1 2 soon\n1 2 -1\n1 2 999999999999\n" + long1 + "\n1 2 3\n");

    assertThat(lines.subList(0, 6))
        .extracting(SnapLinesTest::code)
        .containsExactly(
            DeadLetterCode.UNREADABLE,
            DeadLetterCode.UNREADABLE,
            DeadLetterCode.BAD_VALUE,
            DeadLetterCode.BAD_VALUE,
            DeadLetterCode.BAD_VALUE,
            DeadLetterCode.TOO_LARGE);
    assertThat(lines.get(5).number()).isEqualTo(6);
    assertThat(message(lines.get(6)).getTime()).isEqualTo(3000);
  }

  private static List<JsonLine> read(String text) throws IOException {
    List<JsonLine> lines = new ArrayList<>();
    try (SnapLines in =
        new SnapLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      Optional<JsonLine> line = in.next();
      while (line.isPresent()) {
        lines.add(line.get());
        line = in.next();
      }
    }
    return lines;
  }

  private static Message message(JsonLine line) {
    assertThat(line).isInstanceOf(JsonLine.Read.class);
    return (Message) ((JsonLine.Read) line).record();
  }

  private static DeadLetterCode code(JsonLine line) {
    assertThat(line).isInstanceOf(JsonLine.Refused.class);
    return ((JsonLine.Refused) line).refusal().code();
  }
}
