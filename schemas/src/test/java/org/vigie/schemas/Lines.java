package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.avro.specific.SpecificRecord;

/** Lines of JSON for tests. */
final class Lines {
  /** A message with no more than it needs. */
  static final String MESSAGE =
      "{\"type\":\"message\",\"event_id\":\"m1\",\"community\":\"c1\",\"time\":1719345600000,"
          + "\"sender\":\"a1\",\"recipients\":[\"b1\"],\"channel\":\"DIRECT\"}";

  private Lines() {}

  /** The message with more fields. */
  static String messageWith(String fields) {
    return MESSAGE.substring(0, MESSAGE.length() - 1) + "," + fields + "}";
  }

  /** As many copies of an entry as a list shall have. */
  static String list(String entry, int count) {
    return "[" + String.join(",", Collections.nCopies(count, entry)) + "]";
  }

  static JsonLine read(String line) {
    return JsonLineReader.ofEvents().read(1, line.getBytes(StandardCharsets.UTF_8));
  }

  static SpecificRecord accepted(String line) {
    JsonLine read = read(line);
    assertThat(read).as(line).isInstanceOf(JsonLine.Read.class);
    return ((JsonLine.Read) read).record();
  }

  static Refusal refused(String line) {
    JsonLine read = read(line);
    assertThat(read).isInstanceOf(JsonLine.Refused.class);
    return ((JsonLine.Refused) read).refusal();
  }
}
