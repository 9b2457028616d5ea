package org.vigie.detection.decode;

import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.DeadLetter;
import org.vigie.core.order.Input;
import org.vigie.detection.stop.Routes;
import org.vigie.detection.type.Types;

/**
 * The first hop: a record becomes inputs, each on the side output of its stop ({@link Routes}), or
 * a dead letter. The main output stays empty.
 */
public final class DecodeFunction extends ProcessFunction<LogRecord, Input> {
  /** What was refused. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", Types.DEAD_LETTER);

  private static final long serialVersionUID = 1L;

  private final long idSecret;
  private final DecodeSettings settings;
  private transient @Nullable Decoder decoder;
  private transient @Nullable DeadLetters letters;
  private transient @Nullable Counters counters;

  private record Counters(Counter refused, Counter clamped) {}

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
    Decoder made = new Decoder(idSecret, settings.bounds(), settings.wire());
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    metrics.gauge("unknownSignalCodes", (Gauge<Long>) made::unknownCodes);
    metrics.gauge("unknownFields", (Gauge<Long>) made::unknownFields);
    counters = new Counters(metrics.counter("deadLetters"), metrics.counter("eventsClamped"));
    letters = new DeadLetters(settings.deadLetterPayload());
    decoder = made;
  }

  @Override
  public void processElement(LogRecord record, Context context, Collector<Input> out) {
    Decoder.Outcome outcome = Objects.requireNonNull(decoder).decode(record);
    if (outcome instanceof Decoder.Outcome.Accepted accepted) {
      if (accepted.time().clamped()) {
        Objects.requireNonNull(counters).clamped().inc();
      }
      for (Input input : accepted.inputs()) {
        context.output(Routes.of(input), input);
      }
    } else if (outcome instanceof Decoder.Outcome.Refused refused) {
      Objects.requireNonNull(counters).refused().inc();
      context.output(DEAD_LETTERS, Objects.requireNonNull(letters).about(record, refused.why()));
    }
  }
}
