package org.vigie.cli.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.IoReason;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonFields;
import org.vigie.simulator.truth.TruthTotals;
import org.vigie.simulator.world.World;
import org.vigie.simulator.world.WorldCounts;
import org.vigie.simulator.world.WorldSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a simulated world down: its events, and the truth about them. */
@Command(
    name = "simulate",
    header = "Writes the events of a simulated platform, and what is true about them.",
    description = {
      "events.jsonl is what a platform would send; truth.jsonl says who was planted to do harm, and",
      "who only looks like it. The same options give the same bytes. All of it is synthetic."
    },
    footer = {
      "",
      "Examples:",
      "  vigie simulate --accounts 2000 --days 14 --seed 7 --out town",
      "  vigie replay town/events.jsonl --alerts alerts.jsonl",
      "  vigie evaluate --truth town/truth.jsonl --alerts alerts.jsonl"
    })
public final class SimulateCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--accounts",
      paramLabel = "N",
      description = "How many accounts, 200 to 1000000. Default: ${DEFAULT-VALUE}.")
  private int accounts = 2_000;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "How many days, 10 to 366. Default: ${DEFAULT-VALUE}.")
  private int days = 14;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = SeedWord.class,
      description =
          "Decides everything: a whole number, or 0x and hex digits. Default: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write to; made if it is missing, files in it are replaced.")
  private @Nullable Path out;

  @Option(
      names = "--age-noise",
      paramLabel = "SHARE",
      description =
          "Replace a share of what is said about ages, 0 to 0.9, by any age. Default: 0."
              + " People and their doings stay the same.")
  private double ageNoise;

  @Option(names = "--gzip", description = "Pack the events: events.jsonl.gz.")
  private boolean gzip;

  @Option(names = "--json", description = "Print what was written as one JSON object.")
  private boolean json;

  /** The command in a session. */
  public SimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    WorldSettings settings = settings();
    Path folder = folder();
    Path events = folder.resolve(gzip ? "events.jsonl.gz" : "events.jsonl");
    Path truth = folder.resolve("truth.jsonl");
    WorldCounts counts;
    try (WorldFiles files = WorldFiles.open(events, truth, settings, console)) {
      counts = World.run(settings, files);
    }
    TruthTotals totals = counts.totals();
    if (json) {
      console.print(
          new JsonFields()
              .put("events_file", events.toString())
              .put("truth_file", truth.toString())
              .put("events", totals.events())
              .put("active_user_weeks", totals.activeUserWeeks())
              .put("waiting_max", counts.waitingMax())
              .put("profiles", WorldProfiles.choice())
              .line());
    } else {
      console.print("%s: %d events".formatted(events, totals.events()));
      console.print("%s: the truth about them, synthetic".formatted(truth));
      console.tell("active user-weeks: %d".formatted(totals.activeUserWeeks()));
      console.tell("each community judged by the profile of its kind:");
      console.tell(
          "  ./vigie replay %s --profile '%s' --alerts %s"
              .formatted(events, WorldProfiles.choice(), folder.resolve("alerts.jsonl")));
    }
    return ExitCode.DONE;
  }

  private WorldSettings settings() {
    try {
      return WorldSettings.of(accounts, days, seed).withAgeNoise(ageNoise);
    } catch (IllegalArgumentException e) {
      throw CommandFailedException.usage(String.valueOf(e.getMessage()), "choose one of these");
    }
  }

  private Path folder() {
    if (out == null) {
      throw CommandFailedException.missing("--out is missing", "name the folder to write to");
    }
    try {
      return Files.createDirectories(out);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          "%s can't be made: %s".formatted(out, IoReason.of(e)),
          "name a folder in a place that is yours");
    }
  }
}
