package org.vigie.detection.kafka;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.CompressionType;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.Progress;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.time.RecordWatermarks;
import org.vigie.detection.time.SilenceBounds;
import org.vigie.detection.wire.AlertHeaders;
import org.vigie.detection.wire.WireFormat;
import org.vigie.schemas.WireFrame;

/**
 * Makes every source and sink on Kafka, so that each of the connector's dangerous defaults is dealt
 * with in one place.
 */
public final class KafkaConnectors {
  private static final String ALIGNMENT_GROUP = "vigie-events";
  private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(100);

  private final KafkaSettings settings;
  private final WireFormat wire;
  private final AlertHeaders alertHeaders;

  /** Connectors for one job without a registry. */
  public KafkaConnectors(KafkaSettings settings) {
    this(settings, WireFormat.singleObject(), new AlertHeaders(WireFrame.SINGLE_OBJECT, null));
  }

  /**
   * Connectors for one job.
   *
   * @param wire how records are framed
   * @param alertHeaders what stands beside an alert
   */
  KafkaConnectors(KafkaSettings settings, WireFormat wire, AlertHeaders alertHeaders) {
    this.settings = settings;
    this.wire = wire;
    this.alertHeaders = alertHeaders;
  }

  /**
   * All event topics as one source, so that no partition runs away from the others and none
   * finishes early. Starts where the consumer group stands, else at the oldest record, never at the
   * newest.
   */
  @SuppressWarnings("deprecation") // the connector takes no other type than OffsetResetStrategy
  KafkaSource<LogRecord> events() {
    return KafkaSource.<LogRecord>builder()
        .setProperties(settings.sourceProperties())
        .setBootstrapServers(settings.bootstrapServers())
        .setGroupId(settings.job())
        .setTopics(Topics.EVENTS)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .setDeserializer(new LogRecordDeserializer())
        .setProperty(
            KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
            Long.toString(settings.discoveryInterval().toMillis()))
        .setProperty(KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(), "true")
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false")
        .build();
  }

  /** {@link #events}, in which a partition that holds nothing to read does not hold time back. */
  public Source<LogRecord, ?, ?> source(SilenceBounds bounds) {
    return new EventSource(events(), settings, bounds.unusedIdleAfter());
  }

  /** Event time of {@link #source}: from when records were appended, partitions read in step. */
  public WatermarkStrategy<LogRecord> watermarks(SilenceBounds bounds) {
    return WatermarkStrategy.<LogRecord>forGenerator(
            context ->
                new RecordWatermarks<>(
                    bounds, context.getInputActivityClock(), System::currentTimeMillis))
        .withTimestampAssigner((record, appendMs) -> record.recordedMs())
        .withWatermarkAlignment(ALIGNMENT_GROUP, settings.alignmentDrift(), ALIGNMENT_INTERVAL);
  }

  /** Settled alerts: at least once, or exactly once by transactions. */
  public KafkaSink<Alert> alerts() {
    KafkaSinkBuilder<Alert> builder = sink();
    return builder
        .setRecordSerializer(new AlertSerializer(Topics.ALERTS, wire, alertHeaders))
        .setDeliveryGuarantee(settings.alertDelivery())
        .setTransactionalIdPrefix(settings.job() + "-alerts")
        .setTransactionNamingStrategy(TransactionNamingStrategy.INCREMENTING)
        .build();
  }

  /**
   * Alerts on arrival: at least once, sent at once, never in a transaction, which would show them a
   * checkpoint later. Not compressed: each goes by itself, and even lz4 costs 17 µs to save a
   * quarter of its 1.8 KB.
   */
  public KafkaSink<Alert> provisional() {
    KafkaSinkBuilder<Alert> builder = sink(CompressionType.NONE);
    return builder
        .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
        .setRecordSerializer(new AlertSerializer(Topics.PROVISIONAL, wire, alertHeaders))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /** Progress: at least once, never in a transaction; it is about what is complete already. */
  public KafkaSink<Progress> progress() {
    KafkaSinkBuilder<Progress> builder = sink();
    return builder
        .setRecordSerializer(new ProgressSerializer(wire))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /**
   * Copies of alerts in JSON: at least once.
   *
   * @param topic where they go
   */
  public KafkaSink<Alert> json(String topic) {
    KafkaSinkBuilder<Alert> builder = sink();
    return builder
        .setProperty(ProducerConfig.LINGER_MS_CONFIG, "0")
        .setRecordSerializer(new AlertJsonSerializer(topic))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /**
   * The audit: at least once, never in a transaction, which loses what is in it when it runs out;
   * an entry that comes twice is the same bytes.
   */
  KafkaSink<AuditEntry> audit() {
    KafkaSinkBuilder<AuditEntry> builder = sink();
    return builder
        .setRecordSerializer(new AuditSerializer(wire))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /** Dead letters: at least once, never in a transaction, which could hold up their readers. */
  public KafkaSink<DeadLetter> deadLetters() {
    KafkaSinkBuilder<DeadLetter> builder = sink();
    return builder
        .setRecordSerializer(new DeadLetterSerializer(wire))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /** By gzip, which every client reads as it is; for lz4 kafkajs, for one, needs an add-on. */
  private <T> KafkaSinkBuilder<T> sink() {
    return sink(CompressionType.GZIP);
  }

  /** A sink whose records are compressed so, unless the operator says otherwise. */
  private <T> KafkaSinkBuilder<T> sink(CompressionType compression) {
    return KafkaSink.<T>builder()
        .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression.name)
        .setKafkaProducerConfig(settings.sinkProperties())
        .setBootstrapServers(settings.bootstrapServers())
        .setProperty(
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            Long.toString(settings.transactionTimeout().toMillis()))
        .setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true")
        .setProperty(ProducerConfig.ACKS_CONFIG, "all");
  }
}
