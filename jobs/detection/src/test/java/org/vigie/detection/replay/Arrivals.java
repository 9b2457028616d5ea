package org.vigie.detection.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.vigie.core.event.Trace;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.schemas.RecordKind;

/**
 * Events as they arrive from several partitions: out of order, with watermarks that are as late as
 * they must be and as irregular as they may be.
 *
 * @param file the records, each with its place in the arrival as offset
 * @param safeMs after each arrival the greatest time that no later arrival is at or before
 */
record Arrivals(SortedFile file, List<Long> safeMs) {
  private static final int PARTITIONS = 5;

  /** Splits events over partitions, each in order, and reads on at random. */
  static Arrivals of(List<SpecificRecord> events, Path path, long seed) throws IOException {
    List<SpecificRecord> arriving = arriving(events, seed);
    return new Arrivals(write(arriving, path), safe(arriving));
  }

  /** Events in the order given, in no file. */
  static Arrivals inOrder(List<SpecificRecord> arriving) {
    long endMs = arriving.stream().mapToLong(EventEncoder::timeMs).max().orElse(0);
    return new Arrivals(new SortedFile("", arriving.size(), endMs), safe(arriving));
  }

  /** Events in an order in which partitions may be read. */
  static List<SpecificRecord> arriving(List<SpecificRecord> events, long seed) {
    Random random = new Random(seed);
    List<List<SpecificRecord>> partitions = new ArrayList<>();
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new ArrayList<>());
    }
    List<SpecificRecord> sorted = new ArrayList<>(events);
    sorted.sort(Comparator.comparingLong(EventEncoder::timeMs));
    sorted.forEach(event -> partitions.get(random.nextInt(PARTITIONS)).add(event));
    List<SpecificRecord> arriving = new ArrayList<>();
    while (arriving.size() < events.size()) {
      List<SpecificRecord> partition = partitions.get(random.nextInt(PARTITIONS));
      for (int burst = random.nextInt(20); burst > 0 && !partition.isEmpty(); burst--) {
        arriving.add(partition.remove(0));
      }
    }
    return arriving;
  }

  /** Event time of the arrivals, passed on now and then. */
  WatermarkStrategy<LogRecord> watermarks(int recordsBetween) {
    List<Long> safe = safeMs;
    return WatermarkStrategy.forGenerator(context -> new SafeWatermarks(safe, recordsBetween));
  }

  private static SortedFile write(List<SpecificRecord> arriving, Path path) throws IOException {
    EventEncoder encoder = new EventEncoder();
    try (SortedFileWriter writer = new SortedFileWriter(path)) {
      for (int i = 0; i < arriving.size(); i++) {
        SpecificRecord event = arriving.get(i);
        writer.write(new SortedRecord(EventEncoder.timeMs(event), record(event, i, encoder)));
      }
      return writer.finish();
    }
  }

  /** An event as a record, with its place in the arrival. */
  static LogRecord record(SpecificRecord event, int arrival, EventEncoder encoder) {
    return new LogRecord(
        RecordKind.of(event),
        "",
        0,
        arrival,
        EventEncoder.timeMs(event),
        null,
        encoder.encode(event),
        Trace.NONE);
  }

  private static List<Long> safe(List<SpecificRecord> arriving) {
    List<Long> safe = new ArrayList<>();
    long leastMs = Long.MAX_VALUE;
    for (int i = arriving.size() - 1; i >= 0; i--) {
      safe.add(leastMs == Long.MAX_VALUE ? Long.MIN_VALUE : leastMs - 1);
      leastMs = Math.min(leastMs, EventEncoder.timeMs(arriving.get(i)));
    }
    Collections.reverse(safe);
    return safe;
  }

  private record SafeWatermarks(List<Long> safe, int recordsBetween)
      implements WatermarkGenerator<LogRecord> {
    @Override
    public void onEvent(LogRecord record, long timeMs, WatermarkOutput output) {
      int arrival = (int) record.offset();
      if (arrival % recordsBetween == 0 && safe.get(arrival) != Long.MIN_VALUE) {
        output.emitWatermark(new Watermark(safe.get(arrival)));
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      // Time passes with the records alone.
    }
  }
}
