package org.vigie.bench.latency;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.bench.latency.LatencySettings.Load;
import org.vigie.bench.stream.AlertedContacts;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;

/**
 * Sends messages at a steady rate whatever the job does, so that a stall shows in the latency of
 * all that was sent meanwhile. Every tenth is one to be alerted on at once ({@link
 * AlertedContacts}).
 */
final class PacedProducer implements AutoCloseable {
  private static final int ACCOUNTS = 50_000;
  private static final int ALERT_EVERY = 10;
  private static final long DRAIN_MS_MAX = 60_000;

  private final KafkaProducer<byte[], byte[]> producer;
  private final EventEncoder encoder = new EventEncoder();
  private final Random random = new Random(42);
  private final Latencies latencies;
  private int sent;
  private volatile @Nullable Exception refused;

  PacedProducer(String bootstrapServers, Latencies latencies) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.latencies = latencies;
  }

  /** Sends all of it and waits for what it raises; the last stretch is measured. */
  void send(Load load) throws InterruptedException {
    for (int number = 0; number < load.events(); number += ALERT_EVERY) {
      AlertedContacts.ages(number, System.currentTimeMillis()).forEach(this::introduce);
    }
    producer.flush();
    send(load.warmUpEvents(), load.warmUpRate());
    awaitRest();
    send(load.calmEvents(), load.rate());
    latencies.begin();
    send(load.measuredEvents(), load.rate());
    producer.flush();
    awaitRest();
    if (refused != null) {
      throw new IllegalStateException("the broker did not take an event", refused);
    }
  }

  /** The clock of an event starts when it was due: a producer that is held up hides nothing. */
  private void send(long events, int rate) {
    long startNanos = System.nanoTime();
    for (long event = 0; event < events; event++) {
      long dueNanos = startNanos + event * 1_000_000_000L / rate;
      while (System.nanoTime() - dueNanos < 0) {
        LockSupport.parkNanos(dueNanos - System.nanoTime());
      }
      send(dueNanos);
    }
  }

  /** What was sent last is still on its way. */
  private void awaitRest() throws InterruptedException {
    long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DRAIN_MS_MAX);
    while (latencies.missing() > 0 && System.nanoTime() - untilNanos < 0) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void send(long dueNanos) {
    int number = sent++;
    String id = "e" + number;
    boolean alerted = number % ALERT_EVERY == 0;
    Message message =
        alerted
            ? AlertedContacts.message(id, number, System.currentTimeMillis())
            : AlertedContacts.quiet(id, account(), account(), System.currentTimeMillis());
    if (alerted) {
      latencies.sent(id, dueNanos);
    }
    publish(Topics.MESSAGES, message.getSender(), encoder.encode(message));
  }

  /** Tells an account's age, long before it matters. */
  private void introduce(SessionEvent age) {
    publish(Topics.SESSIONS, age.getAccount(), encoder.encode(age));
  }

  private void publish(String topic, String key, byte[] value) {
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    var unused = producer.send(new ProducerRecord<>(topic, keyBytes, value), this::acknowledged);
  }

  private void acknowledged(RecordMetadata where, @Nullable Exception failure) {
    if (failure != null) {
      refused = failure;
    }
  }

  private String account() {
    return "a" + random.nextInt(ACCOUNTS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
