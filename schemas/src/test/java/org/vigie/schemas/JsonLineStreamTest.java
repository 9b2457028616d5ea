package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineStreamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 1_000_000})
  void readsEveryLineHoweverTheBytesCome(int chunkBytes) throws IOException {
    String text = Lines.MESSAGE + "\n\nhello\r\n" + Lines.MESSAGE + "\r\n" + Lines.MESSAGE;
    List<JsonLine> lines = all(text.getBytes(StandardCharsets.UTF_8), chunkBytes);
    assertThat(lines).extracting(JsonLine::number).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(lines.get(0)).isInstanceOf(JsonLine.Read.class);
    assertThat(lines.get(1)).isInstanceOf(JsonLine.Blank.class);
    assertThat(lines.get(2)).isInstanceOf(JsonLine.Refused.class);
    assertThat(lines.get(3)).isInstanceOf(JsonLine.Read.class);
    assertThat(lines.get(4)).isInstanceOf(JsonLine.Read.class);
  }

  @Test
  void hasNoLineInAnEmptyFileAndNoneAfterTheLastEnd() throws IOException {
    assertThat(all(new byte[0], 64)).isEmpty();
    assertThat(all((Lines.MESSAGE + "\n").getBytes(StandardCharsets.UTF_8), 64)).hasSize(1);
    assertThat(all("\n\n".getBytes(StandardCharsets.UTF_8), 64)).hasSize(2);
  }

  @Test
  void countsALineOfAnyLengthWithoutKeepingIt() throws IOException {
    long length = 50_000_000;
    InputStream endless =
        new InputStream() {
          private long left = length;

          @Override
          public int read() {
            return left-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int count) {
            int given = (int) Math.min(count, left);
            Arrays.fill(bytes, offset, offset + given, (byte) 'x');
            left -= given;
            return given == 0 ? -1 : given;
          }
        };
    InputStream in =
        new SequenceInputStream(
            endless,
            new ByteArrayInputStream(("\n" + Lines.MESSAGE).getBytes(StandardCharsets.UTF_8)));
    try (JsonLineStream stream = new JsonLineStream(in, JsonLineReader.ofEvents())) {
      JsonLine first = stream.next().orElseThrow();
      assertThat(((JsonLine.Refused) first).refusal().describe())
          .isEqualTo("is 50000000 bytes long; allowed: at most 65536 bytes a line [TOO_LARGE]");
      assertThat(stream.next()).containsInstanceOf(JsonLine.Read.class);
      assertThat(stream.next()).isEmpty();
    }
  }

  static List<JsonLine> all(byte[] bytes, int chunkBytes) throws IOException {
    InputStream chunks =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, chunkBytes));
          }
        };
    List<JsonLine> lines = new ArrayList<>();
    try (JsonLineStream stream = new JsonLineStream(chunks, JsonLineReader.ofEvents())) {
      Optional<JsonLine> line = stream.next();
      while (line.isPresent()) {
        lines.add(line.get());
        line = stream.next();
      }
    }
    return lines;
  }
}
