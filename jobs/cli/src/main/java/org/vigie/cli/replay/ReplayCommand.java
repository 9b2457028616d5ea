package org.vigie.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.Alert;
import org.vigie.alert.DeadLetter;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.alert.LastRevisions;
import org.vigie.cli.alert.RuleLore;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonOutput;
import org.vigie.cli.console.Progress;
import org.vigie.cli.console.TemporaryFolder;
import org.vigie.cli.option.InstantWord;
import org.vigie.cli.option.JobOptions;
import org.vigie.cli.rules.RulesOrigin;
import org.vigie.detection.DetectionSettings;
import org.vigie.detection.replay.LineFormat;
import org.vigie.detection.replay.Replay;
import org.vigie.detection.replay.ReplayCounts;
import org.vigie.detection.replay.ReplayFailedException;
import org.vigie.detection.replay.ReplayInput;
import org.vigie.detection.replay.ReplayListener;
import org.vigie.detection.replay.ReplaySettings;
import org.vigie.detection.rules.FileRules;
import org.vigie.schemas.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the real topology over files. */
@Command(
    name = "replay",
    header = "Runs the real job over files of events.",
    description = {
      "The order of the lines changes nothing; shown is what is settled at the end.",
      "Lines that break the contract are told with file and line, and change nothing."
    },
    footer = {
      "",
      "Examples:",
      "  vigie replay events.jsonl",
      "  vigie replay monday.jsonl.gz tuesday.jsonl.gz --alerts alerts.jsonl",
      "  vigie replay --format snap CollegeMsg.txt",
      "  zcat events.gz | vigie replay - --json"
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Session session;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of events; .gz is unpacked, - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "jsonl: JSON Lines with a type each; snap: 'from to unix_seconds' a line. Default: jsonl.")
  private LineFormat format = LineFormat.JSONL;

  @Option(
      names = "--as-of",
      paramLabel = "T",
      converter = InstantWord.class,
      description =
          "Refuse events more than 5 minutes after this time (ISO-8601 or epoch milliseconds)."
              + " Default: now.")
  private @Nullable Instant asOf;

  @Option(
      names = "--alerts",
      paramLabel = "OUT",
      description = "Write the last revision of every alert there, as JSON Lines sorted by id.")
  private @Nullable Path alertsOut;

  @Option(
      names = "--dead-letters",
      paramLabel = "OUT",
      description = "Write a record for every refused line there, as JSON Lines.")
  private @Nullable Path deadLettersOut;

  @Option(
      names = "--json",
      description = "Print the last revision of every alert as JSON Lines sorted by id.")
  private boolean json;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "Subtasks of each stop; changes the speed only. Default: ${DEFAULT-VALUE}.")
  private int parallelism = ReplaySettings.PARALLELISM_DEFAULT;

  @Option(
      names = "--rules",
      paramLabel = "PATH",
      description = "Judge by the rules of this folder or file. Default: those that ship.")
  private @Nullable Path rules;

  @Mixin private final RulesOrigin rulesOrigin = new RulesOrigin();

  private Function<String, RuleLore> lores = community -> RuleLore.shipped();

  @Mixin private final JobOptions jobOptions = new JobOptions();

  /** The command in a session. */
  public ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = session.get();
    if (parallelism < 1 || parallelism > 128) {
      throw CommandFailedException.notAllowed("--parallelism " + parallelism, "1 to 128");
    }
    Configuration config = jobOptions.configuration();
    List<ReplayInput> inputs = inputs(console);
    try (OutputFile alertsFile = OutputFile.openIfNamed(alertsOut);
        OutputFile lettersFile = OutputFile.openIfNamed(deadLettersOut);
        TemporaryFolder folder = TemporaryFolder.create("vigie-replay-")) {
      RefusedLines refused = new RefusedLines(console, lettersFile);
      LastRevisions alerts = new LastRevisions();
      long startNanos = System.nanoTime();
      ReplayCounts counts =
          run(inputs, config, folder.path(), new Listener(refused, alerts, console));
      if (counts.lines() > 0 && counts.accepted() == 0) {
        console.tell("no line is an event; " + format.otherKinds());
      }
      if (alertsFile != null) {
        alertsFile.write(alerts.sorted());
      }
      if (json) {
        JsonOutput.print(alerts.sorted(), console);
      } else {
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        new ReplaySummary(console, lores).print(counts, alerts, took);
      }
    }
    return ExitCode.DONE;
  }

  private ReplayCounts run(
      List<ReplayInput> inputs, Configuration config, Path folder, ReplayListener listener)
      throws InterruptedException {
    long asOfMs = (asOf == null ? Instant.now() : asOf).toEpochMilli();
    if (asOf == null) {
      session.get().tell("as of " + Instant.ofEpochMilli(asOfMs) + " (--as-of sets it)");
    }
    DetectionSettings detection = DetectionSettings.from(config);
    if (!rulesOrigin.isDefault(rules)) {
      detection = detection.withRules(rulesOrigin.forJob(rules, session.get()));
    }
    if (detection.rules() instanceof FileRules own) { // also where an option names them
      lores = community -> RuleLore.of(own.rulebookOf(community));
    }
    ReplaySettings settings = new ReplaySettings(detection, format, asOfMs, parallelism, folder);
    try {
      return new Replay(settings).run(inputs, listener);
    } catch (IOException e) {
      throw CommandFailedException.usage(
          "a file can't be read: " + e.getMessage(), "look whether it is damaged");
    } catch (ReplayFailedException e) {
      throw CommandFailedException.environment(
          String.valueOf(e.getMessage()), "look whether memory and disk suffice");
    }
  }

  /** All of them, each looked at before the first is read. */
  private List<ReplayInput> inputs(Console console) {
    List<ReplayInput> inputs = new ArrayList<>();
    for (String file : files) {
      if (file.equals(STANDARD_INPUT)) {
        inputs.add(ReplayInput.stream("stdin", console.in()));
      } else {
        inputs.add(ReplayInput.file(readable(file)));
      }
    }
    if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
      throw CommandFailedException.usage("- is given twice", "standard input can be read once");
    }
    return inputs;
  }

  private static Path readable(String file) {
    Path path = Path.of(file);
    if (!Files.exists(path)) {
      throw CommandFailedException.usage(file + " does not exist", "name a file of events");
    }
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw CommandFailedException.usage(
          file + " is a folder or not yours to read", "name a file of events");
    }
    return path;
  }

  /** Hears what comes of the replay. */
  private static final class Listener implements ReplayListener {
    private final RefusedLines refused;
    private final LastRevisions alerts;
    private final Progress progress;

    Listener(RefusedLines refused, LastRevisions alerts, Console console) {
      this.refused = refused;
      this.alerts = alerts;
      this.progress = console.progress();
    }

    @Override
    public void alert(Alert revision) {
      alerts.add(revision);
    }

    @Override
    public void refused(Refusal refusal, DeadLetter letter) {
      progress.clear();
      refused.take(refusal, letter);
    }
  }
}
