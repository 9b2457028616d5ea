package org.vigie.bench.stream;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes a whole stream to a topic, keyed by sender and compressed with lz4. */
public final class TopicWriter {
  private static final int REPORT_EVERY = 1 << 17;

  private TopicWriter() {}

  /**
   * Writes it and waits until the broker has all of it.
   *
   * @param progress told now and then how many events have been written
   * @return what was counted on the way
   * @throws IllegalStateException if the broker refused any of it
   */
  public static StreamFacts write(
      StreamSpec spec, String bootstrapServers, String topic, LongConsumer progress) {
    EventStream stream = new EventStream(spec);
    MessageWriter writer = new MessageWriter(spec);
    StreamCensus census = new StreamCensus();
    AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
    try (KafkaProducer<byte[], byte[]> producer = producer(bootstrapServers)) {
      while (stream.hasNext()) {
        StreamEvent event = stream.next();
        byte[] value = writer.value(event);
        census.count(event, value.length);
        Future<RecordMetadata> unused = // the callback hears of it
            producer.send(
                new ProducerRecord<>(topic, null, event.recordedMs(), writer.key(event), value),
                (stored, failure) -> {
                  if (failure != null) {
                    refusal.compareAndSet(null, failure);
                  }
                });
        if (event.index() % REPORT_EVERY == 0) {
          progress.accept(event.index());
        }
      }
      producer.flush();
    }
    if (refusal.get() != null) {
      throw new IllegalStateException("the broker refused an event of the stream", refusal.get());
    }
    return census.facts();
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BATCH_SIZE_CONFIG,
            64 * 1024),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
