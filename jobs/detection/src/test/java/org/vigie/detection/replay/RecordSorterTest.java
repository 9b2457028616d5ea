package org.vigie.detection.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.event.Trace;
import org.vigie.detection.decode.LogRecord;
import org.vigie.schemas.RecordKind;

final class RecordSorterTest {
  private static final long TINY_CHUNK_BYTES = 1000;
  private static final RecordSorter.Repetition KEEP = (record, occurrence) -> record;

  @TempDir Path folder;

  @Test
  void sortsByTimeAndThenByContent() throws IOException {
    RecordSorter sorter = new RecordSorter(folder, TINY_CHUNK_BYTES);
    sorter.add(2, record("b"));
    sorter.add(2, record("a"));
    sorter.add(1, record("z"));

    SortedFile sorted = sorter.finish(KEEP);

    assertThat(payloads(sorted)).containsExactly("z", "a", "b");
    assertThat(sorted.records()).isEqualTo(3);
    assertThat(sorted.endMs()).isEqualTo(2);
  }

  @Test
  void givesTheSameFileForAnyOrderAndAnySizeOfChunks() throws IOException {
    List<SortedRecord> expected = records();
    expected.sort(SortedRecord.ORDER);
    for (int seed = 0; seed < 5; seed++) {
      List<SortedRecord> shuffled = records();
      Collections.shuffle(shuffled, new Random(seed));
      RecordSorter sorter = new RecordSorter(folder, TINY_CHUNK_BYTES << (3 * seed));
      for (SortedRecord record : shuffled) {
        sorter.add(record.timeMs(), record.record());
      }

      SortedFile sorted = sorter.finish(KEEP);

      assertThat(read(sorted, 0)).as("seed %d", seed).isEqualTo(expected);
      Files.delete(Path.of(sorted.path()));
    }
  }

  @Test
  void mergesInSeveralPassesAndLeavesOneFile() throws IOException {
    RecordSorter sorter = new RecordSorter(folder, 1);
    int chunks = RecordSorter.MERGE_MAX * 3 + 5;
    for (int i = chunks; i > 0; i--) {
      sorter.add(i, record("r" + i));
    }

    SortedFile sorted = sorter.finish(KEEP);

    assertThat(read(sorted, 0)).hasSize(chunks).isSortedAccordingTo(SortedRecord.ORDER);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(Path.of(sorted.path()));
    }
  }

  @Test
  void numbersRecordsThatRepeatEachOther() throws IOException {
    RecordSorter sorter = new RecordSorter(folder, 1);
    for (String payload : List.of("a", "b", "a", "a")) {
      sorter.add(1, record(payload));
    }
    sorter.add(2, record("a"));

    SortedFile sorted =
        sorter.finish(
            (record, occurrence) -> new SortedRecord(record.timeMs(), record("a" + occurrence)));

    assertThat(payloads(sorted)).containsExactly("a", "a2", "a3", "b", "a");
  }

  @Test
  void knowsThatNothingWasAdded() throws IOException {
    SortedFile sorted = new RecordSorter(folder, TINY_CHUNK_BYTES).finish(KEEP);

    assertThat(sorted.records()).isZero();
    assertThat(sorted.endMs()).isEqualTo(Long.MIN_VALUE);
    assertThat(read(sorted, 0)).isEmpty();
  }

  @Test
  void readsOnFromAnyRecord() throws IOException {
    RecordSorter sorter = new RecordSorter(folder, TINY_CHUNK_BYTES);
    for (SortedRecord record : records()) {
      sorter.add(record.timeMs(), record.record());
    }
    SortedFile sorted = sorter.finish(KEEP);
    List<SortedRecord> all = read(sorted, 0);

    try (SortedFileReader reader = new SortedFileReader(sorted.path(), 0)) {
      for (int i = 0; i < all.size(); i++) {
        assertThat(read(sorted, reader.positionBytes())).isEqualTo(all.subList(i, all.size()));
        reader.next();
      }
    }
  }

  @Test
  void remembersPositionsInCheckpoints() throws IOException {
    SortedSplitSerializer serializer = new SortedSplitSerializer();
    SortedSplit split = new SortedSplit("file", 77);

    assertThat(serializer.deserialize(1, serializer.serialize(split))).isEqualTo(split);
    assertThat(serializer.ofAll().deserialize(1, serializer.ofAll().serialize(List.of())))
        .isEmpty();
  }

  private static List<SortedRecord> records() {
    Random random = new Random(7);
    List<SortedRecord> records = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      LogRecord record =
          new LogRecord(
              RecordKind.EVENTS.get(random.nextInt(4)),
              "t" + random.nextInt(2),
              random.nextInt(3),
              random.nextInt(50),
              random.nextInt(5),
              null,
              new byte[] {(byte) random.nextInt(3)},
              Trace.NONE);
      records.add(new SortedRecord(random.nextInt(20), record));
    }
    return records;
  }

  private static List<SortedRecord> read(SortedFile sorted, long positionBytes) {
    List<SortedRecord> records = new ArrayList<>();
    try (SortedFileReader reader = new SortedFileReader(sorted.path(), positionBytes)) {
      reader.forEachRemaining(records::add);
    }
    return records;
  }

  private static List<String> payloads(SortedFile sorted) {
    return read(sorted, 0).stream()
        .map(record -> record.record().payload())
        .map(payload -> payload == null ? "" : new String(payload, StandardCharsets.UTF_8))
        .toList();
  }

  private static LogRecord record(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return new LogRecord(
        RecordKind.MESSAGE, "", 0, LogRecord.NO_OFFSET, 0, null, bytes, Trace.NONE);
  }
}
