package org.vigie.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.chaos.cluster.KafkaProcess;
import org.vigie.chaos.cluster.RegistryProcess;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.stream.LaterMessages;
import org.vigie.chaos.stream.Producing;
import org.vigie.chaos.stream.TopicReader;
import org.vigie.chaos.stream.Towns;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.kafka.Topics;
import org.vigie.detection.wire.WireOptions;
import org.vigie.event.Message;
import org.vigie.schemas.registry.RegistryAccess;
import org.vigie.schemas.registry.RegistryCalls;
import org.vigie.schemas.registry.RegistrySettings;

/** The job with a real registry, which is killed and started again meanwhile. */
final class RegistryProcessITCase {
  private static final Path APICURIO = Path.of("target/apicurio").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int PARALLELISM = 1;

  @Test
  @Timeout(900)
  void decidesNothingWhileTheRegistryIsAwayAndIsReadByAStranger() throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "registry-");
    try (RegistryProcess registry = RegistryProcess.start(APICURIO, folder);
        KafkaProcess broker = KafkaProcess.start(folder)) {
      broker.createTopics(1);
      Configuration config = config(broker, registry);
      assertThatThrownBy(() -> start(config, folder))
          .hasMessageContaining("under vigie.alerts-value")
          .hasMessageContaining("vigie.registry.auto-register=true");
      config.set(WireOptions.REGISTRY_AUTO_REGISTER, true);
      JobClient job = start(config, folder);
      try (Producing time = Producing.start(broker.bootstrapServers(), new Towns(3, 1), 1)) {
        survives(registry, broker, job, time);
      } finally {
        job.cancel().get();
      }
    }
  }

  private static void survives(
      RegistryProcess registry, KafkaProcess broker, JobClient job, Producing time)
      throws Exception {
    RegistryCalls calls = calls(registry);
    String subject = Topics.MESSAGES + "-value";
    int known = calls.idOf(subject, Message.getClassSchema()).orElseThrow();
    Schema later = LaterMessages.schema();
    int learnt = calls.register(subject, later);
    TopicReader reader = new TopicReader(broker.bootstrapServers());

    registry.kill();
    send(
        broker,
        LaterMessages.matched("by-known-schema", nowMs(reader), Message.getClassSchema(), known));
    awaitAlert(reader, time, "by-known-schema");

    send(broker, LaterMessages.matched("by-later-schema", nowMs(reader), later, learnt));
    Await.until(
        "the job gave the registry up and goes back to its checkpoint",
        PATIENCE,
        () -> job.getJobStatus().get() == JobStatus.RESTARTING);
    assertThat(reader.read(Topics.DEAD_LETTERS)).isEmpty();
    registry.restart();
    ConsumerRecord<byte[], byte[]> alert = awaitAlert(reader, time, "by-later-schema");

    assertThat(reader.read(Topics.DEAD_LETTERS)).isEmpty();
    assertThat(
            new String(alert.headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
        .isEqualTo("application/avro; frame=confluent");
    assertStranger(registry, alert);
  }

  /** The broker's clock: when it appended the newest event. */
  private static long nowMs(TopicReader reader) throws InterruptedException {
    List<LogRecord> events = new ArrayList<>();
    Await.until(
        "an event",
        PATIENCE,
        () -> {
          events.addAll(reader.events());
          return !events.isEmpty();
        });
    return events.stream().mapToLong(LogRecord::recordedMs).max().orElseThrow();
  }

  /** Nothing but Avro's reader of anything, and HTTP. */
  private static void assertStranger(RegistryProcess registry, ConsumerRecord<byte[], byte[]> alert)
      throws Exception {
    ByteBuffer value = ByteBuffer.wrap(alert.value());
    assertThat(value.get()).isZero();
    URI address = URI.create(registry.url() + "/schemas/ids/" + value.getInt());
    String answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
            .body();
    String text = new ObjectMapper().readTree(answer).path("schema").asText();
    Schema schema = new SchemaParser().parse(text).mainSchema();
    GenericRecord record =
        new GenericDatumReader<GenericRecord>(schema)
            .read(
                null,
                DecoderFactory.get()
                    .binaryDecoder(alert.value(), value.position(), value.remaining(), null));
    assertThat(record.get("harm")).hasToString("ABUSE_MATERIAL");
    assertThat(record.get("severity")).hasToString("CRITICAL");
    assertThat(record.get("subject")).hasToString("by-later-schema");
  }

  /** Lets event time pass, and waits for the alert about an account. */
  private static ConsumerRecord<byte[], byte[]> awaitAlert(
      TopicReader reader, Producing time, String account) throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    Await.until(
        "an alert about " + account,
        PATIENCE,
        () -> {
          time.seal();
          for (ConsumerRecord<byte[], byte[]> record : reader.read(Topics.ALERTS)) {
            String value = new String(record.value(), StandardCharsets.ISO_8859_1);
            if (value.contains(account)) {
              found.add(record);
            }
          }
          return !found.isEmpty();
        });
    return found.get(0);
  }

  private static void send(KafkaProcess broker, byte[] value) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.MESSAGES, value)).get();
    }
  }

  private static JobClient start(Configuration config, Path folder) throws Exception {
    Path state = Files.createDirectories(folder.resolve("flink"));
    return new KafkaJob(config).start(JobConfiguration.local(config, PARALLELISM, state));
  }

  private static Configuration config(KafkaProcess broker, RegistryProcess registry) {
    Configuration config = Configuration.fromMap(Map.of("execution.checkpointing.interval", "1 s"));
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
    config.set(WireOptions.REGISTRY_URL, registry.url());
    config.set(WireOptions.REGISTRY_TIMEOUT, Duration.ofSeconds(30));
    config.set(WireOptions.REGISTRY_PATIENCE, Duration.ofSeconds(3));
    return config;
  }

  private static RegistryCalls calls(RegistryProcess registry) {
    return new RegistryCalls(
        new RegistrySettings(
            List.of(URI.create(registry.url())),
            Duration.ofSeconds(30),
            Duration.ZERO,
            RegistryAccess.open()));
  }
}
