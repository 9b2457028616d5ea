package org.vigie.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.chaos.cluster.FlinkCluster;
import org.vigie.chaos.cluster.KafkaProcess;
import org.vigie.chaos.oracle.Found;
import org.vigie.chaos.oracle.Oracle;
import org.vigie.chaos.oracle.Oracle.Expectation;
import org.vigie.chaos.oracle.Verdict;
import org.vigie.chaos.oracle.Verdict.Delivered;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.stream.Producing;
import org.vigie.chaos.stream.TopicReader;
import org.vigie.chaos.stream.Towns;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.kafka.Topics;
import org.vigie.schemas.BinaryCodec;
import org.vigie.schemas.Decoded;
import org.vigie.schemas.JsonLineWriter;
import org.vigie.schemas.RecordKind;

/**
 * A broker, a Flink cluster and the job's jar on it, each part a JVM of its own, under a folder
 * that keeps all their logs.
 */
public final class Rig implements AutoCloseable {
  /** After the last event, before the one that seals it: so that nothing before can change. */
  private static final Duration SEAL_AFTER = Duration.ofSeconds(13);

  private static final Duration SETTLE_PATIENCE = Duration.ofMinutes(4);

  private final Settings settings;
  private final KafkaProcess broker;
  private final FlinkCluster cluster;

  private Rig(Settings settings, KafkaProcess broker, FlinkCluster cluster) {
    this.settings = settings;
    this.broker = broker;
    this.cluster = cluster;
  }

  /**
   * What to build.
   *
   * @param folder where everything goes; exists
   * @param jar the job's
   * @param flinkLibraries file with the class path of Flink alone
   * @param partitions of each event topic
   * @param exactlyOnce how alerts are delivered
   */
  public record Settings(
      Path folder, Path jar, Path flinkLibraries, int partitions, boolean exactlyOnce) {
    String delivery() {
      return exactlyOnce ? "exactly-once" : "at-least-once";
    }
  }

  /** Starts broker and cluster, with the topics and without the job. */
  public static Rig start(Settings settings, int taskManagers)
      throws IOException, InterruptedException, ExecutionException {
    String libraries = Files.readString(settings.flinkLibraries(), StandardCharsets.UTF_8).strip();
    KafkaProcess broker = KafkaProcess.start(settings.folder());
    try {
      broker.createTopics(settings.partitions());
      FlinkCluster cluster =
          FlinkCluster.start(settings.folder(), libraries, taskManagers, Map.of());
      return new Rig(settings, broker, cluster);
    } catch (IOException | RuntimeException | InterruptedException | ExecutionException e) {
      broker.close();
      throw e;
    }
  }

  /** The Flink cluster. */
  public FlinkCluster cluster() {
    return cluster;
  }

  /** Host and port of the broker. */
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /**
   * Submits the job and waits until it runs.
   *
   * @param savepoint where to go on; empty to begin
   * @return its id
   */
  public String submit(int parallelism, String savepoint) throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            "--vigie.kafka.bootstrap-servers",
            broker.bootstrapServers(),
            "--vigie.alerts.delivery",
            settings.delivery());
    return cluster.submit(settings.jar(), parallelism, savepoint, arguments);
  }

  /** Starts the stream. */
  public Producing produce(Towns towns, int eventsPerSecond) {
    return Producing.start(broker.bootstrapServers(), towns, eventsPerSecond);
  }

  /**
   * Ends the stream, waits until the job has settled what there was, and judges what it said.
   *
   * @return what should have come out and whether it did
   */
  public Judged judge(Producing stream) throws InterruptedException {
    return judge(stream, broker.bootstrapServers());
  }

  /** The same for a job that runs elsewhere, on any broker. */
  static Judged judge(Producing stream, String bootstrapServers) throws InterruptedException {
    stream.finish();
    Thread.sleep(SEAL_AFTER.toMillis());
    stream.seal();
    TopicReader reader = new TopicReader(bootstrapServers);
    List<LogRecord> log = reader.events();
    Expectation expected = Oracle.expect(log, TopicReader.leastLastMs(log));
    awaitDelivery(reader, expected);
    List<Delivered> delivered = delivered(reader);
    Verdict verdict = Verdict.of(expected, delivered);
    return new Judged(log, expected, delivered, verdict, refusals(reader));
  }

  /**
   * The outcome of a run.
   *
   * @param log what stood on the event topics
   * @param delivered what was read from the topic of settled alerts
   * @param deadLetters records that the job refused, by place: code and what is wrong
   */
  public record Judged(
      List<LogRecord> log,
      Expectation expected,
      List<Delivered> delivered,
      Verdict verdict,
      Map<String, String> deadLetters) {
    public Judged {
      log = List.copyOf(log);
      delivered = List.copyOf(delivered);
      deadLetters = Map.copyOf(deadLetters);
    }

    /** Which rules raised alerts. */
    public Found found() {
      return Found.in(delivered.stream().map(Delivered::alert).toList());
    }

    /** Whether each record was either taken or refused as it should be, and alerts are right. */
    public boolean holds(boolean copiesAllowed) {
      return deadLetters.size() == expected.refused() && verdict.holds(copiesAllowed);
    }
  }

  private static Map<String, String> refusals(TopicReader reader) {
    BinaryCodec<DeadLetter> codec = BinaryCodec.of(RecordKind.DEAD_LETTER, DeadLetter.class);
    Map<String, String> refusals = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : reader.read(Topics.DEAD_LETTERS)) {
      if (codec.decode(record.value()) instanceof Decoded.Accepted<DeadLetter> letter) {
        DeadLetter one = letter.record();
        refusals.put(
            one.getSourceTopic() + "-" + one.getPartition() + "@" + one.getOffset(),
            one.getCode() + ", " + one.getMessage());
      }
    }
    return refusals;
  }

  /** If it does not all come, the verdict names what is missing. */
  private static void awaitDelivery(TopicReader reader, Expectation expected)
      throws InterruptedException {
    try {
      Await.until(
          "all alerts are settled",
          SETTLE_PATIENCE,
          () -> Verdict.of(expected, delivered(reader)).lost().isEmpty());
    } catch (IllegalStateException tooLate) {
      System.err.println(tooLate.getMessage());
    }
  }

  private static List<Delivered> delivered(TopicReader reader) {
    BinaryCodec<Alert> codec = BinaryCodec.of(RecordKind.ALERT, Alert.class);
    JsonLineWriter writer = new JsonLineWriter();
    List<Delivered> all = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : reader.read(Topics.ALERTS)) {
      Decoded<Alert> decoded = codec.decode(record.value());
      if (!(decoded instanceof Decoded.Accepted<Alert> accepted)) {
        throw new IllegalStateException(Topics.ALERTS + " holds what is no alert: " + decoded);
      }
      Alert alert = accepted.record();
      all.add(new Delivered(alert, new String(writer.write(alert), StandardCharsets.UTF_8)));
    }
    return all;
  }

  @Override
  public void close() {
    cluster.close();
    broker.close();
  }
}
