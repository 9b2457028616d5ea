package org.vigie.bench.latency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vigie.detection.decode.EventEncoder;
import org.vigie.detection.kafka.Topics;
import org.vigie.event.Channel;
import org.vigie.event.ListMatch;
import org.vigie.event.MatchMethod;
import org.vigie.event.Media;
import org.vigie.event.Message;
import org.vigie.event.Signal;

/**
 * Sends messages at a steady rate whatever the job does, so that a stall shows in the latency of all
 * that was sent meanwhile. Every tenth is one to be alerted on, from an account that was not seen
 * before: a file that a verified list knows.
 */
final class PacedProducer implements AutoCloseable {
  /** Signal of the messages to be alerted on, by which the floor knows them. */
  static final String MARK = "DISTRESS";

  private static final int ACCOUNTS = 50_000;
  private static final int ALERT_EVERY = 10;

  private final KafkaProducer<byte[], byte[]> producer;
  private final EventEncoder encoder = new EventEncoder();
  private final Random random = new Random(42);
  private final Latencies latencies;
  private int sent;

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
    long startNanos = System.nanoTime();
    long measuredFrom = (long) settings.rate() * settings.warmUpSeconds();
    long total = measuredFrom + (long) settings.rate() * settings.seconds();
    for (long event = 0; event < total; event++) {
      long dueNanos = startNanos + event * 1_000_000_000L / settings.rate();
      for (long left = dueNanos - System.nanoTime(); left > 0; left = dueNanos - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      send(event >= measuredFrom, dueNanos);
    }
    producer.flush();
  }

  /** The clock of an event starts when it was due: a producer that is held up hides nothing. */
  private void send(boolean measured, long dueNanos) {
    int number = sent++;
    String id = "e" + number;
    boolean alerted = number % ALERT_EVERY == 0;
    Message message = alerted ? alerted(id, number) : ordinary(id);
    if (alerted && measured) {
      latencies.sent(id, dueNanos);
    }
    byte[] key = message.getSender().getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(Topics.MESSAGES, key, encoder.encode(message)));
  }

  private Message ordinary(String id) {
    return bare(id, account()).build();
  }

  private Message alerted(String id, int number) {
    ListMatch match =
        ListMatch.newBuilder()
            .setList("verified-1")
            .setVerified(true)
            .setMethod(MatchMethod.EXACT)
            .build();
    return bare(id, "uploader" + number)
        .setMedia(List.of(Media.newBuilder().setHash("9f").setMatch(match).build()))
        .setSignals(List.of(Signal.newBuilder().setCode(MARK).setScore(0.9).build()))
        .build();
  }

  private Message.Builder bare(String id, String sender) {
    return Message.newBuilder()
        .setEventId(id)
        .setCommunity("c1")
        .setTime(System.currentTimeMillis())
        .setSender(sender)
        .setRecipients(List.of("to-" + account()))
        .setChannel(Channel.DIRECT);
  }

  private String account() {
    return "a" + random.nextInt(ACCOUNTS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
