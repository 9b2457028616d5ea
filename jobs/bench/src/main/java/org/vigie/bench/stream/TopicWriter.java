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

/** Writes events to their topics, in order and compressed with lz4. */
public final class TopicWriter implements AutoCloseable {
  private static final int REPORT_EVERY = 1 << 17;

  private final KafkaProducer<byte[], byte[]> producer;
  private final LongConsumer progress;
  private final AtomicReference<@Nullable Exception> refusal = new AtomicReference<>();
  private long written;

  /**
   * A writer to a broker.
   *
   * @param progress told now and then how many events have been written
   */
  private TopicWriter(String bootstrapServers, LongConsumer progress) {
    this.producer = producer(bootstrapServers);
    this.progress = progress;
  }

  /**
   * Writes a whole stream and waits until the broker has all of it.
   *
   * @param progress told now and then how many events have been written
   * @return what was counted on the way
   * @throws IllegalStateException if the broker refused any of it
   */
  public static StreamFacts write(
      WrittenStream stream, String bootstrapServers, LongConsumer progress) {
    try (TopicWriter writer = new TopicWriter(bootstrapServers, progress)) {
      StreamFacts facts = stream.write(writer);
      writer.finish();
      return facts;
    }
  }

  /**
   * Sends an event.
   *
   * @param recordedMs its time stamp, epoch milliseconds
   */
  void send(String topic, long recordedMs, byte[] key, byte[] value) {
    Future<RecordMetadata> unused = // the callback hears of it
        producer.send(
            new ProducerRecord<>(topic, null, recordedMs, key, value),
            (stored, failure) -> {
              if (failure != null) {
                refusal.compareAndSet(null, failure);
              }
            });
    if (written % REPORT_EVERY == 0) {
      progress.accept(written);
    }
    written++;
  }

  private void finish() {
    producer.flush();
    if (refusal.get() != null) {
      throw new IllegalStateException("the broker refused an event of the stream", refusal.get());
    }
  }

  @Override
  public void close() {
    producer.close();
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
