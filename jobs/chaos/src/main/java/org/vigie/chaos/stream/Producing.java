package org.vigie.chaos.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.RecordKind;
import org.vigie.simulator.SimulatedEvent;

/**
 * Sends events at a rate that does not wait for anybody, on a thread of its own, until it is told
 * to finish; beside some of them a record that the job must refuse. Then it sends one harmless
 * event to every partition, after which nothing of what came before can change.
 */
public final class Producing implements AutoCloseable {
  private static final long TICK_MS = 5;

  /** Beside one event in so many goes a record that is none. */
  private static final long EVENTS_A_SPOILT_ONE = 500;

  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

  private final KafkaProducer<byte[], byte[]> producer;
  private final Towns towns;
  private final int eventsPerSecond;
  private final EventEncoder encoder = new EventEncoder();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean finishing;
  private long sent;

  private Producing(String bootstrapServers, Towns towns, int eventsPerSecond) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    this.towns = towns;
    this.eventsPerSecond = eventsPerSecond;
    this.thread = new Thread(this::run, "producing");
    thread.setDaemon(true);
  }

  /** Starts to send. */
  public static Producing start(String bootstrapServers, Towns towns, int eventsPerSecond) {
    Producing producing = new Producing(bootstrapServers, towns, eventsPerSecond);
    producing.thread.start();
    return producing;
  }

  /** Events that the broker has acknowledged. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /**
   * Sends no more, and waits until all is acknowledged.
   *
   * @return how many events there are, without the last ones to every partition
   * @throws IllegalStateException if an event could not be sent
   */
  public long finish() throws InterruptedException {
    finishing = true;
    thread.join();
    producer.flush();
    String wrong = failure.get();
    if (wrong != null) {
      throw new IllegalStateException("the producer failed: " + wrong);
    }
    if (acknowledged.get() != sent) {
      throw new IllegalStateException(acknowledged + " of " + sent + " events are acknowledged");
    }
    return sent;
  }

  /** Sends an event that matters to nobody to each partition of the event topics. */
  public void seal() {
    long nowMs = System.currentTimeMillis();
    for (Map.Entry<String, ContractRecord> last : Harmless.at(nowMs).entrySet()) {
      int partitions = producer.partitionsFor(last.getKey()).size();
      for (int partition = 0; partition < partitions; partition++) {
        byte[] value = encoder.encode(last.getValue());
        send(new ProducerRecord<>(last.getKey(), partition, new byte[0], value));
      }
    }
    producer.flush();
  }

  private void run() {
    long startNanos = System.nanoTime();
    try {
      while (!finishing) {
        TimeUnit.MILLISECONDS.sleep(TICK_MS);
        long due = (System.nanoTime() - startNanos) * eventsPerSecond / 1_000_000_000L;
        while (sent < due && !finishing) {
          send(towns.next(System.currentTimeMillis()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e.toString());
    }
  }

  private void send(SimulatedEvent event) {
    byte[] value = encoder.encode(event.record());
    send(event, value);
    if (sent % EVENTS_A_SPOILT_ONE == 0) {
      send(event, Spoilt.of(value, sent / EVENTS_A_SPOILT_ONE));
    }
  }

  private void send(SimulatedEvent event, byte[] value) {
    byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
    sent++;
    send(new ProducerRecord<>(topic(event.kind()), key, value));
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    boolean counts = record.partition() == null;
    var unused =
        producer.send(
            record,
            (written, wrong) -> {
              if (wrong != null) {
                failure.compareAndSet(null, wrong.toString());
              } else if (counts) {
                acknowledged.incrementAndGet();
              }
            });
  }

  private static String topic(RecordKind kind) {
    return Topics.EVENTS.stream()
        .filter(topic -> Topics.kindOf(topic) == kind)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind + " has no topic"));
  }

  @Override
  public void close() {
    finishing = true;
    producer.close(CLOSE_PATIENCE);
  }
}
