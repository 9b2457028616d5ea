package org.vigie.bench.peer;

import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Counts each record after another deserializer, and what is chained behind it, took it. */
final class CountedDeserializer<T> implements KafkaRecordDeserializationSchema<T> {
  private static final long serialVersionUID = 1;

  private final KafkaRecordDeserializationSchema<T> deserializer;
  private transient EventMeter.@Nullable Cell read;

  CountedDeserializer(KafkaRecordDeserializationSchema<T> deserializer) {
    this.deserializer = deserializer;
  }

  @Override
  public void open(InitializationContext context) throws Exception {
    deserializer.open(context);
    read = EventMeter.READ.cell();
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> kafkaRecord, Collector<T> out)
      throws IOException {
    if (read == null) {
      throw new IllegalStateException("deserialize before open");
    }
    deserializer.deserialize(kafkaRecord, out);
    read.increment();
  }

  @Override
  public TypeInformation<T> getProducedType() {
    return deserializer.getProducedType();
  }
}
