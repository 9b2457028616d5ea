package org.vigie.detection.replay;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.type.Types;

/** Reads what {@link SortedFileWriter} wrote, from any frame on. */
final class SortedFileReader implements Iterator<SortedRecord>, Closeable {
  static final TypeSerializer<LogRecord> FORMAT =
      Types.LOG_RECORD.createSerializer(new SerializerConfigImpl());

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final int LENGTH_BYTES = 4;

  private final DataInputStream in;
  private final DataInputDeserializer frame = new DataInputDeserializer();
  private long positionBytes;
  private long nextPositionBytes;
  private @Nullable SortedRecord next;

  SortedFileReader(String path, long positionBytes) {
    this.positionBytes = positionBytes;
    this.nextPositionBytes = positionBytes;
    try {
      InputStream file = Files.newInputStream(Path.of(path));
      file.skipNBytes(positionBytes);
      in = new DataInputStream(new BufferedInputStream(file, BUFFER_BYTES));
      next = read();
    } catch (IOException e) {
      throw new UncheckedIOException("temporary file of the replay can't be read", e);
    }
  }

  /** Where the next record begins. */
  long positionBytes() {
    return positionBytes;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public SortedRecord next() {
    SortedRecord current = next;
    if (current == null) {
      throw new NoSuchElementException();
    }
    positionBytes = nextPositionBytes;
    try {
      next = read();
    } catch (IOException e) {
      throw new UncheckedIOException("temporary file of the replay can't be read", e);
    }
    return current;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException("temporary file of the replay can't be closed", e);
    }
  }

  private @Nullable SortedRecord read() throws IOException {
    int lengthBytes;
    try {
      lengthBytes = in.readInt();
    } catch (EOFException end) {
      return null;
    }
    byte[] bytes = new byte[lengthBytes];
    in.readFully(bytes);
    nextPositionBytes += LENGTH_BYTES + lengthBytes;
    frame.setBuffer(bytes);
    return new SortedRecord(frame.readLong(), FORMAT.deserialize(frame));
  }
}
