package org.vigie.detection.replay;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.vigie.alert.DeadLetterCode;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.schemas.ContractRules;
import org.vigie.schemas.JsonLine;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.Recording;
import org.vigie.schemas.Refusal;

/**
 * Lines of the form {@code from to unix_seconds}, as the SNAP collection publishes contact graphs;
 * lines that begin with # are comments. Ids of the messages are hashes of what the line says and,
 * for equal lines, of how many came before.
 */
final class SnapLines implements Lines {
  /** The tenant of all such files. */
  static final String COMMUNITY = "snap";

  private static final int LINE_BYTES_MAX = 256;
  private static final int FIELDS = 3;
  private static final int ID_BYTES = 16;
  private static final long SECONDS_MAX = 253_402_300_799L;
  private static final String TIME_FIELD = "unix_seconds";
  private static final String ALLOWED = "from to unix_seconds";

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(LINE_BYTES_MAX);
  private long number;

  SnapLines(InputStream in) {
    this.in = new BufferedInputStream(in, 64 * 1024);
  }

  @Override
  public Optional<JsonLine> next() throws IOException {
    long lengthBytes = readLine();
    if (lengthBytes < 0) {
      return Optional.empty();
    }
    number++;
    if (lengthBytes > LINE_BYTES_MAX) {
      String said = "has " + lengthBytes + " bytes, more than a contact can have";
      return Optional.of(refused(DeadLetterCode.TOO_LARGE, "", said));
    }
    String text = line.toString(StandardCharsets.UTF_8).strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.of(new JsonLine.Blank(number));
    }
    return Optional.of(parse(text.split("\\s+", -1)));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A message as it stands on the first of equal lines. */
  static Message message(String from, String to, long timeMs, int occurrence) {
    return Message.newBuilder()
        .setEventId(id(from, to, timeMs, occurrence))
        .setCommunity(COMMUNITY)
        .setTime(timeMs)
        .setSender(from)
        .setRecipients(List.of(to))
        .setChannel(Channel.DIRECT)
        .build();
  }

  private JsonLine parse(String[] fields) {
    if (fields.length != FIELDS) {
      return refused(DeadLetterCode.UNREADABLE, "", "has " + fields.length + " fields");
    }
    long seconds;
    try {
      seconds = Long.parseLong(fields[2]);
    } catch (NumberFormatException e) {
      String said = "'" + fields[2] + "' is no whole number of seconds";
      return refused(DeadLetterCode.BAD_VALUE, TIME_FIELD, said);
    }
    if (seconds < 0 || seconds > SECONDS_MAX) {
      String said = seconds + " lies outside the years 1970 to 9999";
      return refused(DeadLetterCode.BAD_VALUE, TIME_FIELD, said);
    }
    Message message = message(fields[0], fields[1], seconds * 1000, 1);
    Optional<Refusal> wrong = ContractRules.check(message);
    return wrong.isPresent()
        ? new JsonLine.Refused(number, wrong.get())
        : new JsonLine.Read(number, RecordKind.MESSAGE, message, Recording.NONE);
  }

  private JsonLine refused(DeadLetterCode code, String field, String message) {
    return new JsonLine.Refused(number, Refusal.of(code, field, message).allowing(ALLOWED));
  }

  /**
   * Reads into {@link #line} as much as a line may have; answers its whole length, −1 at the end.
   */
  private long readLine() throws IOException {
    line.reset();
    long lengthBytes = 0;
    int next = in.read();
    if (next < 0) {
      return -1;
    }
    while (next >= 0 && next != '\n') {
      if (lengthBytes < LINE_BYTES_MAX) {
        line.write(next);
      }
      lengthBytes++;
      next = in.read();
    }
    return lengthBytes;
  }

  private static String id(String from, String to, long timeMs, int occurrence) {
    String name = String.join("\0", from, to, Long.toString(timeMs), Integer.toString(occurrence));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
