package org.vigie.cli.serve;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.Session;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.TemporaryFolder;
import org.vigie.cli.option.JobOptions;
import org.vigie.detection.kafka.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job with a broker of its own, for a platform to be tried against. */
@Command(
    name = "serve",
    header = "Runs the job with a Kafka broker of its own, for clients on this machine.",
    description = {
      "Starts a Kafka broker that clients on this machine reach, with all topics as they must be,"
          + " and the real job on it; prints what to type next, and the broker's address alone on"
          + " standard output. Ends with Ctrl-C.",
      "Without --dir everything is gone when it ends. With it, messages, alerts and the job's memory"
          + " are kept there, and the next start goes on where this one was."
    },
    footer = {
      "",
      "Examples:",
      "  vigie serve",
      "  vigie serve --port 19092 --dir watch",
      "  vigie serve --port 0 > address"
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int PORT = 9092;

  private final Session session;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Where clients reach the broker; 0 takes one that is free. Default: 9092.")
  private int port = PORT;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "Keep messages, alerts and the job's memory there. Default: keep nothing.")
  private @Nullable Path dir;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each stop. Default: as many as processors, at most 4.")
  private int parallelism = Parallelism.DEFAULT;

  @Mixin private final JobOptions jobOptions = new JobOptions();

  /** The command in a session. */
  public ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > BrokerPlace.PORT_MAX) {
      throw CommandFailedException.notAllowed(
          "--port " + port + " is out of range", "0 to " + BrokerPlace.PORT_MAX);
    }
    Parallelism.require(parallelism);
    Configuration config = jobOptions.configuration();
    if (config.contains(KafkaOptions.BOOTSTRAP_SERVERS)) {
      throw CommandFailedException.usage(
          KafkaOptions.BOOTSTRAP_SERVERS.key() + " is given, and serve brings its own broker",
          "use vigie run for a broker that is there");
    }
    session.startLogs();
    Interrupts interrupts = Interrupts.take();
    if (dir != null) {
      try (StateFolder folder = StateFolder.open(dir, true)) {
        return serve(folder, config, interrupts);
      }
    }
    try (TemporaryFolder temporary = TemporaryFolder.create("vigie-serve-");
        StateFolder folder = StateFolder.open(temporary.path(), false)) {
      return serve(folder, config, interrupts);
    }
  }

  private int serve(StateFolder folder, Configuration config, Interrupts interrupts)
      throws InterruptedException {
    Console console = session.get();
    console.tell("starting a Kafka broker and the job in this process");
    try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerPlace(folder.broker(), port))) {
      ServeTopics.create(broker.bootstrapServers());
      config.set(KafkaOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
      config.set(KafkaOptions.ALERTS_JSON, true);
      LiveRun run = new LiveRun(session, interrupts, folder, parallelism);
      return run.untilInterrupted(LiveRun.job(config), config, new Own(broker, console));
    }
  }

  /** The broker that belongs to the command. */
  private final class Own implements LiveRun.Surroundings {
    private final EmbeddedBroker broker;
    private final Console console;

    Own(EmbeddedBroker broker, Console console) {
      this.broker = broker;
      this.console = console;
    }

    @Override
    public void ready() {
      ServeGuide.lines(broker.bootstrapServers(), dir).forEach(console::tell);
      console.print(broker.bootstrapServers());
    }

    @Override
    public String failure() {
      String why = broker.failure();
      return why.isEmpty() ? "" : "the embedded broker gave up: " + why;
    }
  }
}
