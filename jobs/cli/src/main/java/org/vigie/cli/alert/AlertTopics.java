package org.vigie.cli.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.Progress;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.console.Console;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.cli.option.RegistryNeed;
import org.vigie.detection.kafka.KafkaSettings;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.ContractRecord;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.RecordKind;
import org.vigie.schemas.RegistryUnavailableException;
import org.vigie.schemas.WriterSchemas;
import org.vigie.schemas.standing.AlertBoard;
import org.vigie.schemas.standing.Standing;

/** Reads the three topics of alerts, and knows where every alert stands. */
public final class AlertTopics implements AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<byte[], byte[]> consumer;
  private final KafkaSettings settings;
  private final Console console;
  private final boolean registered;
  private final AlertBoard board = new AlertBoard();
  private final BinaryCodec<Alert> alerts;
  private final BinaryCodec<Progress> progress;

  /**
   * Where the topics are.
   *
   * @param settings how to talk to the brokers
   * @param registry what the numbers of the Confluent format stand for; empty without a registry
   */
  public record Place(KafkaSettings settings, Optional<WriterSchemas> registry) {}

  private AlertTopics(Consumer<byte[], byte[]> consumer, Place place, Console console) {
    this.consumer = consumer;
    this.settings = place.settings();
    this.console = console;
    this.registered = place.registry().isPresent();
    this.alerts = codec(RecordKind.ALERT, Alert.class, place.registry());
    this.progress = codec(RecordKind.PROGRESS, Progress.class, place.registry());
  }

  private static <R extends ContractRecord> BinaryCodec<R> codec(
      RecordKind kind, Class<R> recordClass, Optional<WriterSchemas> registry) {
    return registry
        .map(schemas -> BinaryCodec.reading(kind, recordClass, schemas))
        .orElseGet(() -> BinaryCodec.of(kind, recordClass));
  }

  /**
   * Reads all that stands on the topics now. Progress comes first: what it says is settled then
   * stands on the other two.
   *
   * @throws CommandFailedException if the brokers don't answer or don't have the topics, or the
   *     registry is needed and does not answer
   */
  public static AlertTopics read(Place place, Console console) {
    AlertTopics topics = null;
    try {
      topics = new AlertTopics(new KafkaConsumer<>(properties(place.settings())), place, console);
      topics.readFromBeginning();
      return topics;
    } catch (KafkaException e) {
      close(topics);
      throw BrokerAccess.unreachable(place.settings(), e);
    } catch (CommandFailedException e) {
      close(topics);
      throw e;
    }
  }

  private static void close(@Nullable AlertTopics topics) {
    if (topics != null) {
      topics.close();
    }
  }

  /** Where every alert stands. */
  public AlertBoard board() {
    return board;
  }

  /** Waits for something to come, and tells which alerts stand otherwise then. */
  public List<Standing> next(Duration atMost) {
    try {
      List<Standing> changed = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
        changed.addAll(take(record));
      }
      return changed;
    } catch (KafkaException e) {
      throw BrokerAccess.unreachable(settings, e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void readFromBeginning() {
    List<TopicPartition> ofProgress = partitions(Topics.PROGRESS);
    readToEnd(ofProgress);
    Map<TopicPartition, Long> heard = positions(ofProgress);
    List<TopicPartition> settled = partitions(Topics.ALERTS);
    if (settled.isEmpty()) {
      throw CommandFailedException.environment(
          "topic " + Topics.ALERTS + " does not exist at " + settings.bootstrapServers(),
          "start the job first, or check --bootstrap-servers");
    }
    List<TopicPartition> ofAlerts = new ArrayList<>(settled);
    ofAlerts.addAll(partitions(Topics.PROVISIONAL));
    readToEnd(ofAlerts);
    Map<TopicPartition, Long> all = positions(ofAlerts);
    all.putAll(heard);
    consumer.assign(all.keySet());
    all.forEach(consumer::seek);
  }

  private void readToEnd(List<TopicPartition> partitions) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER_MAX);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      next(POLL);
    }
  }

  private List<TopicPartition> partitions(String topic) {
    List<PartitionInfo> known = consumer.partitionsFor(topic, ANSWER_MAX);
    return known == null
        ? List.of()
        : known.stream().map(one -> new TopicPartition(one.topic(), one.partition())).toList();
  }

  private Map<TopicPartition, Long> positions(List<TopicPartition> partitions) {
    Map<TopicPartition, Long> positions = new LinkedHashMap<>();
    partitions.forEach(one -> positions.put(one, consumer.position(one)));
    return positions;
  }

  private List<Standing> take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return List.of(); // an erasure, which leaves nothing to show
    }
    if (!registered) {
      RegistryNeed.refuse(record);
    }
    if (record.topic().equals(Topics.PROGRESS)) {
      return decode(progress, record).map(board::progress).orElse(List.of());
    }
    boolean onArrival = record.topic().equals(Topics.PROVISIONAL);
    return decode(alerts, record)
        .flatMap(one -> onArrival ? board.provisional(one) : Optional.of(board.settled(one)))
        .map(List::of)
        .orElse(List.of());
  }

  private <R extends ContractRecord> Optional<R> decode(
      BinaryCodec<R> codec, ConsumerRecord<byte[], byte[]> record) {
    Decoded<R> decoded = answered(codec, record.value());
    if (decoded instanceof Decoded.Accepted<R> accepted) {
      return Optional.of(accepted.record());
    }
    if (decoded instanceof Decoded.Refused<R> refused) {
      console.tell(
          "%s-%d@%d: %s"
              .formatted(
                  record.topic(),
                  record.partition(),
                  record.offset(),
                  refused.refusal().describe()));
    }
    return Optional.empty();
  }

  private static <R extends ContractRecord> Decoded<R> answered(
      BinaryCodec<R> codec, byte[] value) {
    try {
      return codec.decode(value);
    } catch (RegistryUnavailableException e) {
      throw CommandFailedException.environment(
          String.valueOf(e.getMessage()),
          "check vigie.registry.url and that a registry runs there");
    }
  }

  private static Properties properties(KafkaSettings settings) {
    Properties properties = settings.sourceProperties();
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.setProperty(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    String bytes = ByteArrayDeserializer.class.getName();
    properties.setProperty(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, bytes);
    properties.setProperty(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, bytes);
    return properties;
  }
}
