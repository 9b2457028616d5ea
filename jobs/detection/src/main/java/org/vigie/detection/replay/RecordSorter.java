package org.vigie.detection.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.decode.LogRecord;

/**
 * Sorts any number of records in bounded memory: chunks are sorted on the heap, spilled, and
 * merged.
 */
final class RecordSorter {
  /** Chunks that are merged at once: each has an open file and a buffer. */
  static final int MERGE_MAX = 64;

  private static final int OVERHEAD_BYTES = 200;

  private final Path folder;
  private final long chunkBytesMax;
  private final Deque<SortedFile> chunks = new ArrayDeque<>();
  private final List<SortedRecord> chunk = new ArrayList<>();
  private long chunkBytes;
  private int files;

  /** What becomes of a record that repeats the one before it, word for word. */
  interface Repetition {
    /**
     * The record to keep.
     *
     * @param occurrence 2 for the first repetition
     */
    SortedRecord named(SortedRecord record, int occurrence);
  }

  /**
   * A sorter.
   *
   * @param folder exists; files are left in it
   * @param chunkBytesMax how much is sorted on the heap
   */
  RecordSorter(Path folder, long chunkBytesMax) {
    this.folder = folder;
    this.chunkBytesMax = chunkBytesMax;
  }

  void add(long timeMs, LogRecord record) throws IOException {
    chunk.add(new SortedRecord(timeMs, record));
    byte[] payload = record.payload();
    chunkBytes += OVERHEAD_BYTES + (payload == null ? 0 : payload.length);
    if (chunkBytes >= chunkBytesMax) {
      spill();
    }
  }

  /** Everything that was added, in order. */
  SortedFile finish(Repetition repetition) throws IOException {
    spill();
    while (chunks.size() > MERGE_MAX) {
      List<SortedFile> few = new ArrayList<>();
      for (int i = 0; i < MERGE_MAX; i++) {
        few.add(chunks.removeFirst());
      }
      chunks.addLast(merge(few, (record, occurrence) -> record));
    }
    return merge(List.copyOf(chunks), repetition);
  }

  private void spill() throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    chunk.sort(SortedRecord.ORDER);
    try (SortedFileWriter writer = new SortedFileWriter(newFile())) {
      for (SortedRecord record : chunk) {
        writer.write(record);
      }
      chunks.addLast(writer.finish());
    }
    chunk.clear();
    chunkBytes = 0;
  }

  private SortedFile merge(List<SortedFile> sorted, Repetition repetition) throws IOException {
    PriorityQueue<Head> heads = new PriorityQueue<>(Math.max(1, sorted.size()), Head.ORDER);
    SortedFile merged;
    try (SortedFileWriter writer = new SortedFileWriter(newFile())) {
      for (SortedFile file : sorted) {
        Head.open(file, heads);
      }
      @Nullable SortedRecord before = null;
      int occurrence = 1;
      while (!heads.isEmpty()) {
        Head head = heads.remove();
        SortedRecord record = head.record;
        occurrence = before != null && record.repeats(before) ? occurrence + 1 : 1;
        writer.write(occurrence == 1 ? record : repetition.named(record, occurrence));
        before = record;
        head.advance(heads);
      }
      merged = writer.finish();
    } finally {
      heads.forEach(head -> head.reader.close());
    }
    for (SortedFile file : sorted) {
      Files.delete(Path.of(file.path()));
    }
    return merged;
  }

  private Path newFile() {
    return folder.resolve("sorted-" + files++);
  }

  /** The next record of one chunk. */
  private static final class Head {
    static final Comparator<Head> ORDER =
        Comparator.comparing((Head head) -> head.record, SortedRecord.ORDER);

    private final SortedFileReader reader;
    private SortedRecord record;

    private Head(SortedFileReader reader) {
      this.reader = reader;
      this.record = reader.next();
    }

    static void open(SortedFile file, PriorityQueue<Head> heads) {
      heads.add(new Head(new SortedFileReader(file.path(), 0)));
    }

    void advance(PriorityQueue<Head> heads) {
      if (reader.hasNext()) {
        record = reader.next();
        heads.add(this);
      } else {
        reader.close();
      }
    }
  }
}
