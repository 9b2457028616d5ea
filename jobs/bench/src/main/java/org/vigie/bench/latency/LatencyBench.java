package org.vigie.bench.latency;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.FileUtils;
import org.vigie.bench.broker.Broker;
import org.vigie.bench.latency.LatencySettings.Load;
import org.vigie.bench.peer.ThreeHopEmitter;
import org.vigie.bench.report.MachineFacts;
import org.vigie.bench.stream.AlertedContacts;
import org.vigie.detection.JobConfiguration;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.kafka.KafkaOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From a producer to what a consumer reads of the alert on arrival: the job against the floor of
 * three hops with state that emit (PERFORMANCE §3), with and without checkpoints. Producer, job and
 * consumer share a JVM and a clock; the broker has its own.
 */
@Command(
    name = "bench latency",
    mixinStandardHelpOptions = true,
    description = "Latency of provisional alerts, beside the floor of the same run.")
public final class LatencyBench implements Callable<Integer> {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final String VIGIE = "vigie";
  private static final List<String> PEERS = List.of("3hop", VIGIE);
  private static final List<String> CHECKPOINTS = List.of("without", "with");

  @Option(names = "--rate", defaultValue = "1000", description = "Events a second.")
  private int rate;

  @Option(names = "--warm-up", defaultValue = "60", description = "Seconds of warming up.")
  private int warmUpSeconds;

  @Option(
      names = "--warm-up-rate",
      defaultValue = "3000",
      description = "Events a second of the warm-up; higher than --rate, the JVM is sooner warm.")
  private int warmUpRate;

  @Option(
      names = "--calm",
      defaultValue = "15",
      description = "Seconds at --rate between warm-up and measuring, for the rest to settle.")
  private int calmSeconds;

  @Option(names = "--seconds", defaultValue = "60", description = "Seconds measured a setting.")
  private int seconds;

  @Option(names = "--rounds", defaultValue = "1", description = "Every setting runs once a round.")
  private int rounds;

  @Option(
      names = "--peers",
      split = ",",
      defaultValue = "3hop,vigie",
      description = "The floor, the job, or both.")
  private List<String> peers = List.of();

  @Option(names = "--parallelism", defaultValue = "2", description = "Of every operator.")
  private int parallelism;

  @Option(names = "--buffer-timeout", defaultValue = "1", description = "Flink's, milliseconds.")
  private int bufferTimeoutMs;

  @Option(
      names = "--checkpoints",
      split = ",",
      defaultValue = "without,with",
      description = "Settings without checkpoints, with them, or both.")
  private List<String> checkpoints = List.of();

  @Option(names = "--checkpoint-seconds", defaultValue = "10", description = "Interval.")
  private int checkpointSeconds;

  @Option(
      names = "--set",
      description = "An option of Flink's or ours, key=value, for every setting; repeatable.")
  private Map<String, String> options = Map.of();

  private LatencyBench() {}

  /** Runs the settings and prints a table. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LatencyBench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Load load = new Load(warmUpRate, warmUpSeconds, rate, calmSeconds, seconds);
    LatencySettings settings = new LatencySettings(load, parallelism, bufferTimeoutMs);
    require(PEERS, peers);
    require(CHECKPOINTS, checkpoints);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(MachineFacts.here());
    out.println(settings);
    out.println("| setting | alerts | p50 ms | p90 | p99 | p99.9 | max | missing |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (int round = 0; round < rounds; round++) {
      for (String peer : peers) {
        boolean vigie = peer.equals(VIGIE);
        for (String with : checkpoints) {
          Duration interval = with.equals("with") ? Duration.ofSeconds(checkpointSeconds) : NEVER;
          String setting = name(vigie, interval);
          System.err.println("round " + (round + 1) + " of " + rounds + ", " + setting);
          out.println(measured(settings, vigie, interval).row(setting));
        }
      }
    }
    return 0;
  }

  private void require(List<String> known, List<String> named) {
    if (!known.containsAll(named)) {
      throw new CommandLine.ParameterException(
          new CommandLine(this), named + " must be of " + known);
    }
  }

  private Latencies measured(LatencySettings settings, boolean vigie, Duration interval)
      throws Exception {
    Path folder = Files.createTempDirectory("vigie-latency-");
    Latencies latencies = new Latencies();
    try (Broker broker = Broker.start(Files.createDirectories(folder.resolve("broker")))) {
      broker.createLiveTopics();
      String servers = broker.bootstrapServers();
      JobClient job = start(settings, vigie, configured(settings, servers, interval, folder));
      AlertWatcher watcher = AlertWatcher.start(servers, latencies, vigie);
      try (PacedProducer producer = new PacedProducer(servers, latencies)) {
        producer.send(settings.load());
      } finally {
        watcher.stop();
      }
      job.cancel().get();
    } finally {
      FileUtils.deleteDirectory(folder.toFile());
    }
    return latencies;
  }

  private static String name(boolean vigie, Duration interval) {
    String peer = vigie ? "vigie" : "3hop";
    return interval.equals(NEVER)
        ? peer + ", no checkpoint"
        : peer + ", checkpoint every " + interval.toSeconds() + " s";
  }

  private static JobClient start(LatencySettings settings, boolean vigie, Configuration config)
      throws Exception {
    Path temporary = Path.of(config.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY).substring(5));
    StreamExecutionEnvironment env =
        JobConfiguration.local(
            config, settings.parallelism(), Files.createDirectories(temporary.resolve("work")));
    if (vigie) {
      return new KafkaJob(config).start(env);
    }
    ThreeHopEmitter.build(env, config.get(KafkaOptions.BOOTSTRAP_SERVERS), AlertedContacts.MARK);
    return env.executeAsync("3hop");
  }

  private Configuration configured(
      LatencySettings settings, String servers, Duration interval, Path folder) {
    Configuration config = Configuration.fromMap(options);
    config.set(KafkaOptions.BOOTSTRAP_SERVERS, servers);
    config.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(settings.bufferTimeoutMs()));
    config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    config.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, "file:" + folder.resolve("state"));
    config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return config;
  }
}
