package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.alert.DeadLetterCode;

/**
 * What a person reads about each kind of wrong line, word for word. In {@code refusals.golden} a
 * line is followed by what is said of it, after {@code => }.
 */
class RefusalGoldenTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "org", "vigie", "schemas", "refusals.golden");
  private static final Path ACTUAL = Path.of("target", "refusals.golden");
  private static final String ANSWER = "=> ";

  @Test
  void saysOfEachWrongLineWhatIsWrong() throws IOException {
    JsonLineReader reader = JsonLineReader.ofEvents();
    List<String> actual = new ArrayList<>();
    for (String line : Files.readAllLines(GOLDEN)) {
      if (line.startsWith("#") || line.isEmpty()) {
        actual.add(line);
      } else if (!line.startsWith(ANSWER)) {
        actual.add(line);
        actual.add(ANSWER + answer(reader, line));
      }
    }
    Files.write(ACTUAL, actual);
    assertThat(ACTUAL)
        .as("if the new words are better, copy %s over %s", ACTUAL, GOLDEN)
        .hasSameTextualContentAs(GOLDEN);
  }

  @Test
  void coversEveryCodeThatALineCanHave() throws IOException {
    JsonLineReader reader = JsonLineReader.ofEvents();
    Set<DeadLetterCode> codes = EnumSet.noneOf(DeadLetterCode.class);
    for (String line : Files.readAllLines(GOLDEN)) {
      JsonLine read = reader.read(2, line.getBytes(StandardCharsets.UTF_8));
      if (read instanceof JsonLine.Refused refused) {
        codes.add(refused.refusal().code());
      }
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            DeadLetterCode.UNREADABLE,
            DeadLetterCode.MISSING_FIELD,
            DeadLetterCode.BAD_VALUE,
            DeadLetterCode.TOO_LARGE,
            DeadLetterCode.WRONG_CHANNEL);
  }

  private static String answer(JsonLineReader reader, String line) {
    JsonLine read = reader.read(2, line.getBytes(StandardCharsets.UTF_8));
    return read instanceof JsonLine.Refused refused ? refused.refusal().describe() : "accepted";
  }
}
