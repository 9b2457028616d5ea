package org.vigie.cli.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.cli.broker.FirstFailure;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.simulator.SimulatedEvent;

/**
 * The simulated platform: sends what happens, in order, on a clock of its own that goes faster than
 * the wall's. It waits for the job when it is too far ahead of what is settled, so that an alert is
 * seen at about the platform's time at which it would be, however slow the machine.
 */
final class Feeder implements AutoCloseable {
  /** How far the platform's clock may be ahead of the job. */
  private static final long LEAD_MS_MAX = 3 * 3_600_000L;

  /** How long a partition may go without an event. */
  private static final long SILENCE_MS_MAX = 20 * 60_000L;

  private static final long TICK_MS = 5;

  /** What a tick counts at most: time in which this thread did not run is not caught up. */
  private static final double TICK_MS_MAX = 50;

  /** Beyond the last day, so that all of it settles. */
  private static final long AFTER_MS = 60_000L;

  private final DemoWorld world;
  private final Producer<byte[], byte[]> producer;
  private final SettledClock settled;
  private final double speed;
  private final EventEncoder encoder = new EventEncoder();
  private final Map<TopicPartition, Long> lastMs = new HashMap<>();
  private final FirstFailure failure = new FirstFailure();
  private final Thread thread;
  private volatile long clockMs;
  private final AtomicLong sent = new AtomicLong();
  private long tickNanos = System.nanoTime();

  private Feeder(
      DemoWorld world, Producer<byte[], byte[]> producer, SettledClock settled, Duration lasting) {
    this.world = world;
    this.producer = producer;
    this.settled = settled;
    this.clockMs = world.settings().startMs();
    long lengthMs = world.settings().endMs() - clockMs;
    this.speed = (double) lengthMs / lasting.toMillis();
    this.thread = new Thread(this::run, "simulated-platform");
    this.thread.setDaemon(true);
  }

  /**
   * Starts to send.
   *
   * @param lasting how long it takes if the job keeps up
   */
  static Feeder start(
      DemoWorld world, String bootstrapServers, SettledClock settled, Duration lasting) {
    Properties properties = new Properties();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    properties.put(
        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
    Feeder feeder = new Feeder(world, new KafkaProducer<>(properties), settled, lasting);
    feeder.thread.start();
    return feeder;
  }

  /** What time it is on the platform, epoch milliseconds. */
  long clockMs() {
    return clockMs;
  }

  /** Events sent so far, without heartbeats. */
  long sent() {
    return sent.get();
  }

  /** Why it stopped; empty while it goes on and when it is through. */
  String failure() {
    return failure.reason();
  }

  @Override
  public void close() {
    thread.interrupt();
    producer.close(Duration.ofSeconds(2));
  }

  private void run() {
    try {
      feed(world.events());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.tell(e.toString());
    }
  }

  private void feed(List<SimulatedEvent> events) throws InterruptedException {
    int next = 0;
    while (next < events.size()) {
      tick();
      next = sendDue(events, next);
      beat(clockMs, SILENCE_MS_MAX);
    }
    beat(world.settings().endMs() + AFTER_MS, 0);
    producer.flush();
  }

  /** Sends what has happened by now; answers the index of what has not. */
  private int sendDue(List<SimulatedEvent> events, int from) {
    int next = from;
    while (next < events.size() && events.get(next).recordedMs() <= clockMs) {
      send(events.get(next));
      next++;
    }
    return next;
  }

  /** Lets the platform's clock go on, unless the job is behind. */
  private void tick() throws InterruptedException {
    Thread.sleep(TICK_MS);
    long nowNanos = System.nanoTime();
    double elapsedMs = Math.min(TICK_MS_MAX, (nowNanos - tickNanos) / 1e6);
    tickNanos = nowNanos;
    long startMs = world.settings().startMs();
    long limitMs = Math.max(startMs, settled.throughMs()) + LEAD_MS_MAX;
    clockMs = Math.max(clockMs, Math.min(clockMs + (long) (elapsedMs * speed), limitMs));
  }

  private void send(SimulatedEvent event) {
    byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
    TopicPartition partition = DemoTopics.of(event.kind(), key);
    send(partition, event.recordedMs(), key, encoder.encode(event.record()));
    sent.incrementAndGet();
  }

  private void beat(long timeMs, long silenceMsMax) {
    for (TopicPartition partition : DemoTopics.ofEvents()) {
      if (timeMs - lastMs.getOrDefault(partition, 0L) >= silenceMsMax) {
        byte[] value = encoder.encode(Heartbeats.at(timeMs, partition));
        send(partition, timeMs, new byte[0], value);
      }
    }
  }

  private void send(TopicPartition partition, long timeMs, byte[] key, byte[] value) {
    lastMs.put(partition, timeMs);
    var unused =
        producer.send(
            new ProducerRecord<>(partition.topic(), partition.partition(), timeMs, key, value),
            (written, wrong) -> {
              if (wrong != null) {
                failure.tell(wrong.toString());
              }
            });
  }
}
