package org.vigie.bench.latency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.AgeSource;
import org.vigie.event.AgeStatement;
import org.vigie.event.Channel;
import org.vigie.event.Message;
import org.vigie.event.SessionEvent;
import org.vigie.event.SessionKind;
import org.vigie.event.Signal;

/**
 * Sends messages at a steady rate whatever the job does, so that a stall shows in the latency of
 * all that was sent meanwhile. Every tenth is one to be alerted on at once: four stages and a
 * meeting in one message, from a verified adult to a verified minor. It passes every stop.
 */
final class PacedProducer implements AutoCloseable {
  /** First signal of the messages to be alerted on, by which the floor knows them. */
  static final String MARK = "MEETING_PROPOSAL";

  private static final List<Signal> STAGES =
      Stream.of(MARK, "FLATTERY", "SECRECY", "AGE_PROBE")
          .map(code -> Signal.newBuilder().setCode(code).setScore(0.9).build())
          .toList();

  private static final String COMMUNITY = "c1";
  private static final int ACCOUNTS = 50_000;
  private static final int ALERT_EVERY = 10;

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

  /** Sends for some seconds; those events are measured that are sent after a warm-up. */
  void send(LatencySettings settings) {
    long measuredFrom = (long) settings.rate() * settings.warmUpSeconds();
    long total = measuredFrom + (long) settings.rate() * settings.seconds();
    for (int number = 0; number < total; number += ALERT_EVERY) {
      introduce(adult(number), 30, 40);
      introduce(minor(number), 13, 15);
    }
    producer.flush();
    long startNanos = System.nanoTime();
    for (long event = 0; event < total; event++) {
      long dueNanos = startNanos + event * 1_000_000_000L / settings.rate();
      while (System.nanoTime() - dueNanos < 0) {
        LockSupport.parkNanos(dueNanos - System.nanoTime());
      }
      send(event >= measuredFrom, dueNanos);
    }
    producer.flush();
    if (refused != null) {
      throw new IllegalStateException("the broker did not take an event", refused);
    }
  }

  /** The clock of an event starts when it was due: a producer that is held up hides nothing. */
  private void send(boolean measured, long dueNanos) {
    int number = sent++;
    String id = "e" + number;
    boolean alerted = number % ALERT_EVERY == 0;
    Message message =
        alerted
            ? message(id, adult(number), minor(number), STAGES)
            : message(id, account(), account(), List.of());
    if (alerted && measured) {
      latencies.sent(id, dueNanos);
    }
    publish(Topics.MESSAGES, message.getSender(), encoder.encode(message));
  }

  private static Message message(String id, String sender, String recipient, List<Signal> signals) {
    return Message.newBuilder()
        .setEventId(id)
        .setCommunity(COMMUNITY)
        .setTime(System.currentTimeMillis())
        .setSender(sender)
        .setRecipients(List.of(recipient))
        .setChannel(Channel.DIRECT)
        .setSignals(signals)
        .build();
  }

  /** Tells an account's age, long before it matters. */
  private void introduce(String account, int min, int max) {
    AgeStatement age =
        AgeStatement.newBuilder().setMin(min).setMax(max).setSource(AgeSource.VERIFIED).build();
    SessionEvent event =
        SessionEvent.newBuilder()
            .setEventId("age of " + account)
            .setCommunity(COMMUNITY)
            .setTime(System.currentTimeMillis())
            .setAccount(account)
            .setKind(SessionKind.AGE_SIGNAL)
            .setAge(age)
            .build();
    publish(Topics.SESSIONS, account, encoder.encode(event));
  }

  private static String adult(int number) {
    return "adult" + number;
  }

  private static String minor(int number) {
    return "minor" + number;
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
