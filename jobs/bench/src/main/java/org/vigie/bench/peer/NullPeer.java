package org.vigie.bench.peer;

import java.util.Optional;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The lowest floor: Kafka and Avro, nothing else. */
final class NullPeer implements Peer {
  @Override
  public void build(StreamExecutionEnvironment environment, RecordSource records) {
    records
        .values(environment)
        .map(new DecodeEvent())
        .uid("decode")
        .sinkTo(new CountingSink<>(EventMeter.LEFT))
        .uid("left");
  }

  @Override
  public Optional<TypeSerializer<?>> keys() {
    return Optional.empty();
  }

  @Override
  public boolean countsAtTheEnd() {
    return true;
  }
}
