package org.vigie.bench.peer;

import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The floor under the engine's path: recipient, pair, sender, with state at each and no rule. */
final class NullThreeHopPeer implements Peer {
  @Override
  public void build(StreamExecutionEnvironment environment, RecordSource records) {
    records
        .values(environment)
        .map(new DecodeEvent())
        .uid("decode")
        .keyBy(Observation::recipient, Types.STRING)
        .process(new Hop())
        .uid("recipient")
        .keyBy(NullThreeHopPeer::pair, Types.STRING)
        .process(new Hop())
        .uid("pair")
        .keyBy(Observation::sender, Types.STRING)
        .process(new Hop())
        .uid("sender")
        .sinkTo(new CountingSink<>(EventMeter.LEFT))
        .uid("left");
  }

  @Override
  public Optional<TypeSerializer<?>> keys() {
    return Optional.of(StringSerializer.INSTANCE);
  }

  @Override
  public boolean countsAtTheEnd() {
    return true;
  }

  /** The unordered two as one key. */
  private static String pair(Observation observation) {
    String sender = observation.sender();
    String recipient = observation.recipient();
    return sender.compareTo(recipient) < 0 ? sender + recipient : recipient + sender;
  }
}
