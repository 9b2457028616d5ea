package org.vigie.detection.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.alert.Alert;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.DetectionStreams;
import org.vigie.detection.DetectionTopology;
import org.vigie.detection.OptionCatalogue;
import org.vigie.detection.audit.AuditSettings;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.log.LogEvent;
import org.vigie.detection.option.GivenOptions;
import org.vigie.detection.option.Secrets;
import org.vigie.detection.rules.RuleBundle;
import org.vigie.detection.time.SilenceBounds;
import org.vigie.detection.time.TimeOptions;
import org.vigie.detection.wire.WireFormat;

/** The job as it runs live: from the event topics to the topics of alerts and dead letters. */
public final class KafkaJob {
  /** Name of the job. */
  public static final String NAME = "vigie-detection";

  static final long CHECKPOINT_INTERVAL_MS = 10_000;

  private static final Logger LOGGER = LoggerFactory.getLogger(KafkaJob.class);

  private final Configuration config;
  private final KafkaSettings kafka;
  private final DetectionSettings detection;

  /**
   * A job as configured, with the built-in rules.
   *
   * @param config options {@code vigie.*}
   * @throws IllegalArgumentException if an option is missing or has a value that is not allowed
   */
  public KafkaJob(Configuration config) {
    this(config, DetectionSettings.from(config));
  }

  /** A job with other rules or stop settings than configured. */
  public KafkaJob(Configuration config, DetectionSettings detection) {
    OptionCatalogue.require(GivenOptions.of(config));
    this.config = new Configuration(config);
    this.kafka = KafkaSettings.from(config);
    this.detection = detection;
  }

  /**
   * What keeps the job from running on these brokers, each with its remedy; empty if nothing.
   *
   * @param parallelism subtasks of the source
   * @throws BrokerUnreachableException if no broker answers
   */
  public List<String> problems(int parallelism) throws BrokerUnreachableException {
    boolean allowCreateTime = config.get(TimeOptions.ALLOW_CREATE_TIME);
    List<String> problems = new ArrayList<>(TransactionTimes.problems(kafka, config));
    problems.addAll(new BrokerChecks(kafka, allowCreateTime, parallelism).problems());
    return problems;
  }

  /**
   * Which Kafka cluster this is.
   *
   * @throws BrokerUnreachableException if no broker answers
   */
  public String clusterId() throws BrokerUnreachableException {
    return new JobTraces(kafka).clusterId();
  }

  /**
   * How far a job of this name has read the topics before, in words: there it goes on. Empty if it
   * has read nothing.
   *
   * @throws BrokerUnreachableException if no broker answers
   */
  public Optional<String> readBefore() throws BrokerUnreachableException {
    return new JobTraces(kafka).readBefore();
  }

  /**
   * Why the job must not start where no state is restored, with the remedy; empty if it may. The
   * job itself asks too, and fails ({@link StatelessStart}): asked before, it is not even
   * submitted.
   *
   * @throws BrokerUnreachableException if no broker answers
   */
  public Optional<String> stateMissing() throws BrokerUnreachableException {
    return kafka.startsWithoutState()
        ? Optional.empty()
        : readBefore().map(StateMissingException::refusal);
  }

  /**
   * How many partitions the job reads.
   *
   * @throws BrokerUnreachableException if no broker answers
   */
  public int partitions() throws BrokerUnreachableException {
    return new JobTraces(kafka).partitions();
  }

  /**
   * Puts the job together; {@link #start} starts it.
   *
   * @return what comes out of it, for more to be put beside its sinks
   * @throws IllegalArgumentException if a schema registry is set and lacks schemas: all that is
   *     wrong, with the remedy
   * @throws org.vigie.schemas.RegistryUnavailableException if it does not answer
   */
  public DetectionStreams connect(StreamExecutionEnvironment env) {
    LogEvent.JOB_CONNECTED.log(LOGGER, options());
    if (!env.getCheckpointConfig().isCheckpointingEnabled()) {
      env.enableCheckpointing(CHECKPOINT_INTERVAL_MS);
    }
    WireFormat wire = WireSubjects.agree(config);
    KafkaConnectors connectors =
        new KafkaConnectors(kafka, wire, WireSubjects.alertHeaders(config, wire));
    SilenceBounds silence = SilenceBounds.from(config);
    DataStream<LogRecord> records =
        env.fromSource(connectors.source(silence), connectors.watermarks(silence), "events")
            .uid("events");
    DataStream<RuleBundle> bundles = DetectionTopology.noBundles(records);
    DetectionStreams streams = DetectionTopology.build(records, bundles, detection.withWire(wire));
    streams.alerts().sinkTo(connectors.alerts()).name("alerts").uid("alerts");
    streams.provisional().sinkTo(connectors.provisional()).name("provisional").uid("provisional");
    streams.progress().sinkTo(connectors.progress()).name("progress").uid("progress");
    if (kafka.alertsJson()) {
      copy(streams.alerts(), connectors.json(Topics.ALERTS_JSON), "alerts-json");
      copy(streams.provisional(), connectors.json(Topics.PROVISIONAL_JSON), "provisional-json");
    }
    streams.deadLetters().sinkTo(connectors.deadLetters()).name("dead-letters").uid("dead-letters");
    DetectionTopology.audit(
            streams, bundles, AuditSettings.from(config, kafka.job()), detection.rules())
        .sinkTo(connectors.audit())
        .setParallelism(1)
        .name("audit-topic")
        .uid("audit-topic");
    return streams;
  }

  private static void copy(DataStream<Alert> alerts, KafkaSink<Alert> sink, String name) {
    alerts.sinkTo(sink).name(name).uid(name);
  }

  /** The options of ours that were given, without their secrets. */
  private Map<String, String> options() {
    Map<String, String> options = new TreeMap<>(config.toMap());
    options.keySet().removeIf(key -> !key.startsWith(OptionCatalogue.PREFIX));
    return Secrets.masked(options);
  }

  /**
   * Starts the job.
   *
   * @param env set up by {@link org.vigie.detection.JobConfiguration}
   * @throws Exception if it can't be submitted
   */
  public JobClient start(StreamExecutionEnvironment env) throws Exception {
    connect(env);
    return env.executeAsync(NAME);
  }
}
