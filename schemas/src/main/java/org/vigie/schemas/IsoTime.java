package org.vigie.schemas;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/** Times as people write them: ISO-8601 with a zone, to the minute or finer. */
final class IsoTime {
  private static final int CHARS_MAX = 40;

  private IsoTime() {}

  /**
   * Reads a time such as {@code 2024-06-25T23:30Z} or {@code 2024-06-25T23:30:00.5+02:00}.
   *
   * @return epoch milliseconds, what is finer cut off; nothing if it is no such time
   */
  static OptionalLong epochMs(String text) {
    if (text.length() > CHARS_MAX) {
      return OptionalLong.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      return OptionalLong.of(time.toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException noTime) {
      return OptionalLong.empty();
    }
  }
}
