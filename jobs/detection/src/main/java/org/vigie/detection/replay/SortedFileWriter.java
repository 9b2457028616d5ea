package org.vigie.detection.replay;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Writes records as frames: length, effective time, record. */
final class SortedFileWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Path path;
  private final DataOutputStream out;
  private final DataOutputSerializer frame = new DataOutputSerializer(1024);
  private long records;
  private long endMs = Long.MIN_VALUE;

  SortedFileWriter(Path path) throws IOException {
    this.path = path;
    this.out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES));
  }

  void write(SortedRecord record) throws IOException {
    frame.clear();
    frame.writeLong(record.timeMs());
    SortedFileReader.FORMAT.serialize(record.record(), frame);
    out.writeInt(frame.length());
    out.write(frame.getSharedBuffer(), 0, frame.length());
    records++;
    endMs = Math.max(endMs, record.timeMs());
  }

  SortedFile finish() throws IOException {
    out.close();
    return new SortedFile(path.toString(), records, endMs);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
