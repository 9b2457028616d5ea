package org.vigie.detection.decode;

import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.core.order.Input;
import org.vigie.detection.metric.MetricName;
import org.vigie.detection.stop.Routes;
import org.vigie.detection.type.Types;

/**
 * The first hop: a record becomes inputs, each on the side output of its stop ({@link Routes}), or
 * a dead letter. The main output stays empty.
 */
public final class DecodeFunction extends ProcessFunction<LogRecord, Input>
    implements CheckpointedFunction {
  /** What was refused. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", Types.DEAD_LETTER);

  /** What the audit takes down of events. */
  public static final OutputTag<AuditEntry> NOTES =
      new OutputTag<>("event-notes", Types.AUDIT_ENTRY);

  private static final long serialVersionUID = 1L;

  private static final long NOTHING_READ = Long.MIN_VALUE;

  private final long idSecret;
  private final DecodeSettings settings;
  private transient long newestMs;
  private transient @Nullable Decoder decoder;
  private transient @Nullable DeadLetters letters;
  private transient @Nullable EventNotes notes;
  private transient @Nullable Refusals refusals;
  private transient @Nullable Counter clamped;

  /**
   * A decoding hop.
   *
   * @param idSecret secret under which ids are hashed
   * @param settings how records are decoded
   */
  public DecodeFunction(long idSecret, DecodeSettings settings) {
    this.idSecret = idSecret;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    newestMs = NOTHING_READ;
    Decoder made = new Decoder(idSecret, settings);
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    MetricName.UNKNOWN_SIGNAL_CODES.counted(metrics, made::unknownCodes);
    MetricName.SIGNALS_WITHOUT_BASIS.counted(metrics, made::signalsWithoutBasis);
    MetricName.UNKNOWN_FIELDS.counted(metrics, made::unknownFields);
    MetricName.RECORD_AGE.measured(metrics, () -> ageMs(newestMs));
    refusals = new Refusals(metrics);
    clamped = MetricName.EVENTS_CLAMPED.counter(metrics);
    letters = new DeadLetters(settings.deadLetterPayload());
    notes = new EventNotes();
    decoder = made;
  }

  @Override
  public void processElement(LogRecord record, Context context, Collector<Input> out) {
    newestMs = record.recordedMs();
    Decoder.Outcome outcome = Objects.requireNonNull(decoder).decode(record);
    if (outcome instanceof Decoder.Outcome.Accepted accepted) {
      send(record, accepted, context);
    } else if (outcome instanceof Decoder.Outcome.Refused refused) {
      Objects.requireNonNull(refusals).count(refused.why().code());
      context.output(DEAD_LETTERS, Objects.requireNonNull(letters).about(record, refused.why()));
    }
  }

  private void send(LogRecord record, Decoder.Outcome.Accepted accepted, Context context) {
    if (accepted.time().clamped()) {
      Objects.requireNonNull(clamped).inc();
    }
    for (Input input : accepted.inputs()) {
      context.output(Routes.of(input), input);
    }
    AuditEntry note = Objects.requireNonNull(notes).of(record, accepted);
    if (note != null) {
      context.output(NOTES, note);
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) {
    // It keeps none.
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    Objects.requireNonNull(refusals).tell();
  }

  private static long ageMs(long recordedMs) {
    return recordedMs == NOTHING_READ ? 0 : System.currentTimeMillis() - recordedMs;
  }
}
