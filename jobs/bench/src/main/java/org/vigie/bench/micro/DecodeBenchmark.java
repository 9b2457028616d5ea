package org.vigie.bench.micro;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.bench.peer.RecordReader;
import org.vigie.bench.stream.EventStream;
import org.vigie.bench.stream.MessageWriter;
import org.vigie.bench.stream.StreamSpec;
import org.vigie.core.route.TimeBounds;
import org.vigie.detection.decode.Decoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.event.Message;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;

/** One record of the benchmark's stream from bytes to an object. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
  private static final int RECORDS = 1 << 10;
  private static final long NO_SECRET = 0;

  private final LogRecord[] records = new LogRecord[RECORDS];
  private final RecordReader<Message> reader =
      new RecordReader<>(Message.getClassSchema(), Message::new);
  private final BinaryCodec<Message> codec = BinaryCodec.of(RecordKind.MESSAGE, Message.class);
  private final Decoder decoder = new Decoder(NO_SECRET, TimeBounds.DEFAULT);
  private int next;

  /** Writes the records that are read over and over. */
  @Setup
  public void write() {
    StreamSpec spec = new StreamSpec(StreamSpec.DEFAULT_SEED, RECORDS, StreamSpec.ACCOUNTS_MIN);
    MessageWriter writer = new MessageWriter(spec);
    new EventStream(spec)
        .forEachRemaining(event -> records[event.index()] = StoredSteps.recordOf(event, writer));
  }

  /** Avro and nothing else, as the floors decode. */
  @Benchmark
  public Message plainAvro() throws IOException {
    return reader.read(nextValue());
  }

  /** Frame, fingerprint, Avro, every rule of the contract. */
  @Benchmark
  public Decoded<Message> checkedByTheContract() {
    return codec.decode(nextValue());
  }

  /** All the way to the inputs of the stops, as the job does it. */
  @Benchmark
  public Decoder.Outcome toInputsOfTheStops() {
    return decoder.decode(nextRecord());
  }

  private byte[] nextValue() {
    return Objects.requireNonNull(nextRecord().payload(), "every record has a value");
  }

  private LogRecord nextRecord() {
    next = (next + 1) % RECORDS;
    return records[next];
  }
}
