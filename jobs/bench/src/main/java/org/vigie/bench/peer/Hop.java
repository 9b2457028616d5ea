package org.vigie.bench.peer;

import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * One keyed hop of a floor: reads the key's {@value #STATE_BYTES} bytes, changes 16 of them, writes
 * them back, passes the event on. The rest is noise drawn once a key, so that RocksDB's compression
 * has as little to win as with packed state.
 */
final class Hop extends KeyedProcessFunction<String, Observation, Observation>
    implements ResultTypeQueryable<Observation> {
  static final int STATE_BYTES = 150;

  private static final long serialVersionUID = 1;

  private transient @Nullable ValueState<byte[]> state;

  @Override
  public void open(OpenContext context) {
    state =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "packed", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(Observation observation, Context context, Collector<Observation> out)
      throws Exception {
    if (state == null) {
      throw new IllegalStateException("an element before open");
    }
    byte[] stored = state.value();
    byte[] packed = stored == null ? noise(context.getCurrentKey()) : stored;
    ByteBuffer view = ByteBuffer.wrap(packed);
    view.putLong(0, view.getLong(0) + 1);
    view.putLong(Long.BYTES, observation.timeMs());
    state.update(packed);
    out.collect(observation);
  }

  @Override
  public TypeInformation<Observation> getProducedType() {
    return new ObservationType();
  }

  private static byte[] noise(String key) {
    byte[] packed = new byte[STATE_BYTES];
    new Random(key.hashCode()).nextBytes(packed);
    return packed;
  }
}
