package org.vigie.cli.serve;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.option.BrokerAccess;
import org.vigie.cli.option.ClientFile;
import org.vigie.cli.option.JobOptions;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.kafka.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job against brokers that are there. */
@Command(
    name = "run",
    header = "Runs the job in this process against an existing Kafka.",
    description = {
      "Looks at options, brokers and topics first and names everything that keeps the job from"
          + " running, each with its remedy. Then runs until it is interrupted: that ends it with a"
          + " savepoint, so that nothing is lost.",
      "Started again, it goes on by itself from the newest savepoint or checkpoint in --dir. For"
          + " several machines run the job's jar on a Flink cluster instead."
    },
    footer = {
      "",
      "Examples:",
      "  vigie run --bootstrap-servers localhost:9092",
      "  vigie run --bootstrap-servers kafka:9093 --kafka-config client.properties --dir watch",
      "  vigie run --bootstrap-servers kafka:9092 -D vigie.alerts.delivery=exactly-once"
    })
public final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "H:P",
      description = "Brokers to ask first: host:port, several separated by commas.")
  private @Nullable String servers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties of the Kafka clients, as other Kafka tools take them.")
  private @Nullable Path clientFile;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where checkpoints and savepoints go and are looked for. Default: vigie/NAME under"
              + " $XDG_STATE_HOME or ~/.local/state, NAME being vigie.kafka.job.")
  private @Nullable Path dir;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each stop. Default: as many as processors, at most 4.")
  private int parallelism = Parallelism.DEFAULT;

  @Mixin private final JobOptions jobOptions = new JobOptions();

  /** The command in a session. */
  public RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Parallelism.require(parallelism);
    Configuration config = new Configuration();
    if (clientFile != null) {
      ClientFile.addTo(config, clientFile);
    }
    config.addAll(jobOptions.configuration());
    if (servers != null) {
      config.set(KafkaOptions.BOOTSTRAP_SERVERS, servers);
    }
    BrokerAccess.requireServers(config);
    KafkaJob job = LiveRun.job(config);
    session.startLogs();
    Path root = dir == null ? StateFolder.byDefault(config.get(KafkaOptions.JOB)) : dir;
    Interrupts interrupts = Interrupts.take();
    Console console = session.get();
    try (StateFolder folder = StateFolder.open(root, true)) {
      LiveRun run = new LiveRun(session, interrupts, folder, parallelism);
      return run.untilInterrupted(job, config, new Others(root, console));
    }
  }

  /** Brokers that somebody else looks after. */
  private record Others(Path root, Console console) implements LiveRun.Surroundings {
    @Override
    public void ready() {
      console.tell(
          "running; checkpoints go to "
              + root
              + ", the next start goes on from there. Ctrl-C ends it with a savepoint.");
    }

    @Override
    public String failure() {
      return "";
    }
  }
}
