package org.vigie.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.alert.Alert;
import org.vigie.bench.micro.StoredSteps.StoredStep;
import org.vigie.bench.stream.AlertedContacts;
import org.vigie.core.event.Trace;
import org.vigie.core.fold.FoldContext;
import org.vigie.core.fold.FoldCounters;
import org.vigie.core.fold.FoldSettings;
import org.vigie.core.fold.KeyFold;
import org.vigie.core.fold.Output;
import org.vigie.core.fold.RuleHistory;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.run.Stops;
import org.vigie.detection.alert.AlertRecords;
import org.vigie.detection.alert.JobMarks;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.RecordKind;

/**
 * One alert from the finding that CASES is sent to the bytes of its records: folded and said on
 * arrival, settled when the watermark passes. No Kafka, RocksDB or network is in it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AlertBenchmark {
  private static final long NO_SECRET = 0;
  private static final long START_MS = 1_700_000_000_000L;

  /** How many different alerts there are to raise. */
  @Param("1024")
  int alerts;

  private final FoldContext context =
      new FoldContext(
          FoldSettings.DEFAULT, new RuleHistory(ShippedRules.ruleSet()), new FoldCounters());
  private final AlertRecords records = new AlertRecords(JobMarks.NONE);
  private final BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
  private final Stop<?> cases = Stops.of(StopName.CASES, new Tags(NO_SECRET));
  private List<StoredStep> findings = List.of();
  private int next;

  /** Tells the stops before CASES of so many contacts and keeps what they send on. */
  @Setup
  public void find() {
    StoredSteps engine = new StoredSteps(ShippedRules.ruleSet(), StopName.CASES);
    EventEncoder encoder = new EventEncoder();
    for (int contact = 0; contact < alerts; contact++) {
      for (SessionEvent age : AlertedContacts.ages(contact, START_MS)) {
        engine.take(record(RecordKind.SESSION, Topics.SESSIONS, START_MS, encoder.encode(age)));
      }
    }
    for (int contact = 0; contact < alerts; contact++) {
      long timeMs = START_MS + 1 + contact;
      Message message = AlertedContacts.message("e" + contact, contact, timeMs);
      engine.take(record(RecordKind.MESSAGE, Topics.MESSAGES, timeMs, encoder.encode(message)));
    }
    findings = List.copyOf(engine.steps());
  }

  private static LogRecord record(RecordKind kind, String topic, long timeMs, byte[] value) {
    return new LogRecord(kind, topic, 0, 0, timeMs, new byte[0], value, Trace.NONE);
  }

  /** Bytes of both records of an alert, as they go to their topics. */
  @Benchmark
  public long alert() {
    Written written = new Written(true);
    raise(nextFinding(), written);
    return written.bytes;
  }

  /** Bytes that CASES sends on: the fold on arrival and at the watermark, nothing encoded. */
  @Benchmark
  public long fold() {
    Written written = new Written(false);
    raise(nextFinding(), written);
    return written.bytes;
  }

  private StoredStep nextFinding() {
    next = (next + 1) % findings.size();
    return findings.get(next);
  }

  private void raise(StoredStep step, KeyFold.Sink sink) {
    Input finding = step.input();
    KeyFold<?> fold = new KeyFold<>(cases, finding.key(), context, step.stored());
    fold.onInput(finding, step.watermarkMs(), sink);
    fold.onTime(finding.root().timeMs(), sink);
  }

  /** What CASES sends, encoded or only counted. */
  private final class Written implements KeyFold.Sink {
    private final boolean encoded;
    private long bytes;

    Written(boolean encoded) {
      this.encoded = encoded;
    }

    @Override
    public void send(Input said) {
      bytes += encoded ? codec.encode(records.provisional(said)).length : said.content().length;
    }

    @Override
    public void settled(Output settled) {
      Input input = settled.sentBy(StopName.CASES, settled.key().tag());
      bytes += encoded ? codec.encode(records.settled(input)).length : input.content().length;
    }
  }
}
