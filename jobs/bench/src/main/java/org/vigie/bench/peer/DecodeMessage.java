package org.vigie.bench.peer;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.jspecify.annotations.Nullable;
import org.vigie.event.Message;
import org.vigie.event.Signal;

/** The floors' decoder: Avro's own reader, then what a detector would carry of the message. */
final class DecodeMessage extends RichMapFunction<byte[], Observation>
    implements ResultTypeQueryable<Observation> {
  private static final long serialVersionUID = 1;
  private static final int SCORE_STEPS = 1000;

  private transient @Nullable MessageReader reader;

  @Override
  public void open(OpenContext context) {
    reader = new MessageReader();
  }

  @Override
  public Observation map(byte[] value) throws IOException {
    if (reader == null) {
      throw new IllegalStateException("a record before open");
    }
    return observation(reader.read(value));
  }

  private static Observation observation(Message message) {
    List<Signal> signals = message.getSignals();
    int[] codes = new int[signals.size()];
    short[] scores = new short[signals.size()];
    for (int i = 0; i < codes.length; i++) {
      Signal signal = signals.get(i);
      codes[i] = signal.getCode().hashCode();
      scores[i] = (short) (signal.getScore() * SCORE_STEPS);
    }
    Integer length = message.getLength();
    return new Observation(
        message.getEventId(),
        message.getCommunity(),
        message.getSender(),
        message.getRecipients().get(0),
        message.getTime(),
        length == null ? 0 : length,
        codes,
        scores);
  }

  @Override
  public TypeInformation<Observation> getProducedType() {
    return new ObservationType();
  }
}
