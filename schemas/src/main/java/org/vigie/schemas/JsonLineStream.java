package org.vigie.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a stream into lines and reads each. However long a line is, no more of it is kept than a
 * record may have; the rest is only counted. Lines end with {@code \n} or {@code \r\n}.
 */
public final class JsonLineStream implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final JsonLineReader reader;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;
  private byte[] line = new byte[1024];
  private long lineBytes;
  private long number;

  /**
   * A stream of lines.
   *
   * @param in the bytes, already unpacked; closed with this
   * @param reader reads each line
   */
  public JsonLineStream(InputStream in, JsonLineReader reader) {
    this.in = in;
    this.reader = reader;
  }

  /**
   * The next line.
   *
   * @return the line, or nothing at the end
   * @throws IOException if the stream can't be read
   */
  public Optional<JsonLine> next() throws IOException {
    lineBytes = 0;
    boolean any = false;
    while (position < filled || fill()) {
      any = true;
      int end = endOfLine();
      keep(end);
      boolean ended = end < filled;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return any ? Optional.of(read()) : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private JsonLine read() {
    number++;
    if (lineBytes > line.length) {
      return reader.tooLong(number, lineBytes);
    }
    return reader.read(number, line, 0, (int) lineBytes);
  }

  private boolean fill() throws IOException {
    filled = Math.max(0, in.read(buffer, 0, buffer.length));
    position = 0;
    return filled > 0;
  }

  private int endOfLine() {
    int at = position;
    while (at < filled && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Adds the bytes up to an end to the line, as long as it may still be a record. */
  private void keep(int end) {
    int bytes = end - position;
    long total = lineBytes + bytes;
    // Some room over the limit for a byte order mark and a \r.
    if (total <= reader.bytesMax() + 4L) {
      if (total > line.length) {
        line =
            Arrays.copyOf(
                line, (int) Math.max(total, Math.min(line.length * 2L, reader.bytesMax() + 4L)));
      }
      System.arraycopy(buffer, position, line, (int) lineBytes, bytes);
    }
    lineBytes = total;
  }
}
