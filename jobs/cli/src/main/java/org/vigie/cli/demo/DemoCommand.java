package org.vigie.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.alert.Language;
import org.vigie.cli.alert.Words;
import org.vigie.cli.broker.BrokerPlace;
import org.vigie.cli.broker.EmbeddedBroker;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.Progress;
import org.vigie.cli.console.TemporaryFolder;
import org.vigie.cli.simulate.SeedWord;
import org.vigie.simulator.score.Scorecard;
import org.vigie.simulator.truth.TruthCase;
import org.vigie.simulator.truth.TruthLookAlike;
import org.vigie.simulator.world.WorldSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything at once, to be looked at. */
@Command(
    name = "demo",
    header = "Shows all of it at work, by itself, in about a minute.",
    description = {
      "Starts a Kafka broker, the real Flink job and a simulated platform in this process, lets ten"
          + " days of its life pass in under a minute, shows alerts as they come (the first of each"
          + " harm in full), and ends with what was found, missed and wrongly raised per harm.",
      "Planted are all 31 behaviours of the catalogue, plainly, and all its look-alikes. What becomes"
          + " of harm that hardly shows is for 'vigie simulate' and 'vigie evaluate'.",
      "With another seed cases may be missed and somebody may be raised wrongly. The table says so;"
          + " it does not change the exit code."
    },
    footer = {
      "",
      "Examples:",
      "  vigie demo",
      "  vigie demo --seed 8 --seconds 60",
      "  vigie demo --json > demo.jsonl",
      "  vigie demo --out demo && vigie replay demo/events.jsonl"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int SECONDS_MAX = 3600;
  static final long SEED = 7;

  private final Session session;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "How long the ten days take if the machine keeps up, 1 to 3600. Default: ${DEFAULT-VALUE}.")
  private int seconds = 30;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedWord.class,
      description = "Other people, the same kinds of harm. Default: ${DEFAULT-VALUE}.")
  private long seed = SEED;

  @Option(
      names = "--json",
      description = "Print alerts and the comparison with the truth as JSON Lines.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Leave events.jsonl, truth.jsonl and alerts.jsonl there, for other commands.")
  private @Nullable Path out;

  /** The command in a session. */
  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = session.get();
    if (seconds < 1 || seconds > SECONDS_MAX) {
      throw CommandFailedException.notAllowed(
          "--seconds " + seconds + " is out of range", "1 to " + SECONDS_MAX);
    }
    DemoFiles files = out == null ? null : DemoFiles.in(out);
    session.startLogs();
    CompletableFuture<DemoWorld> drawn = CompletableFuture.supplyAsync(() -> DemoWorld.draw(seed));
    long startNanos = System.nanoTime();
    console.tell("starting a Kafka broker in this process, and drawing the people of seed " + seed);
    try (TemporaryFolder folder = TemporaryFolder.create("vigie-demo-");
        EmbeddedBroker broker =
            EmbeddedBroker.start(BrokerPlace.anywhere(folder.path().resolve("broker")))) {
      DemoWorld world = drawn.join();
      introduce(console, world, broker, secondsSince(startNanos));
      run(world, broker, folder.path(), files);
      console.tell("took " + secondsSince(startNanos) + " s in all; closing");
    }
    suggest(console, files);
    return ExitCode.DONE;
  }

  private void run(DemoWorld world, EmbeddedBroker broker, Path folder, @Nullable DemoFiles files)
      throws InterruptedException {
    Console console = session.get();
    DemoOutput output = json ? new DemoJson(console) : new DemoScreen(console);
    try (DemoRun run = new DemoRun(world, broker, folder, Duration.ofSeconds(seconds))) {
      Watching watching = new Watching(world.settings(), output, console.progress());
      List<Alert> revisions = run.watch(watching);
      watching.progress.clear();
      output.finish(Scorecard.of(world.truth(), revisions), revisions);
      if (files != null) {
        files.writeEvents(world);
        files.writeTruth(world);
        files.writeAlerts(revisions);
      }
    }
  }

  private void introduce(
      Console console, DemoWorld world, EmbeddedBroker broker, String startSeconds) {
    console.tell(
        "up in %s s: broker %s; %d people, %,d events over %d days, %d planted harms, %d look-alikes"
            .formatted(
                startSeconds,
                broker.bootstrapServers(),
                world.settings().accounts(),
                world.events().size(),
                world.settings().days(),
                world.count(TruthCase.class),
                world.count(TruthLookAlike.class)));
    console.tell(
        "time: a day passes in about "
            + String.format(Locale.ROOT, "%.1f", seconds / (double) world.settings().days())
            + " s, so topics carry the sender's times (vigie.time.allow-create-time): the promise"
            + " about time needs a log that stamps by its own clock, and every alert is marked");
  }

  private void suggest(Console console, @Nullable DemoFiles files) {
    console.tell("");
    console.tell("Try next:");
    if (files == null) {
      console.tell("  ./vigie demo --out demo           the same, and keep events and alerts");
    } else {
      console.tell(
          "  ./vigie replay " + files.path(DemoFiles.EVENTS) + "   the same job over the file");
      console.tell("  ./vigie alerts show " + files.path(DemoFiles.ALERTS) + " --lang fr");
      console.tell(
          "  ./vigie evaluate --truth %s --alerts %s"
              .formatted(files.path(DemoFiles.TRUTH), files.path(DemoFiles.ALERTS)));
    }
    console.tell("  ./vigie rules show G2             a rule as it stands, with its texts");
    console.tell(
        "  ./vigie serve                     a broker and the job, for events of your own");
    console.tell("  ./vigie replay --format snap FILE a real contact graph: from, to, unix time");
    console.tell(
        "  ./vigie demo --seed %-13d other people; how often somebody is missed or"
            .formatted(seed + 1));
    console.tell("                                    raised wrongly is in docs/evaluation.md");
    console.tell("  ./vigie --help                    what else there is");
  }

  private static String secondsSince(long startNanos) {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - startNanos) / 1e9);
  }

  /** Passes alerts on and shows how far it is. */
  private static final class Watching implements DemoRun.Observer {
    private static final long DAY_MS = 86_400_000L;

    private final WorldSettings settings;
    private final DemoOutput output;
    private final Progress progress;
    private final Words words = new Words(Language.EN);
    private int alerts;

    Watching(WorldSettings settings, DemoOutput output, Progress progress) {
      this.settings = settings;
      this.output = output;
      this.progress = progress;
    }

    @Override
    public void alert(Alert revision, long platformMs) {
      alerts++;
      progress.clear();
      output.alert(revision, platformMs);
    }

    @Override
    public void progress(long platformMs, long eventsSent) {
      long day = Math.min(settings.days(), (platformMs - settings.startMs()) / DAY_MS + 1);
      progress.show(
          "day %d of %d, %s: %,d events, %d revisions of alerts"
              .formatted(day, settings.days(), words.time(platformMs), eventsSent, alerts));
    }
  }
}
