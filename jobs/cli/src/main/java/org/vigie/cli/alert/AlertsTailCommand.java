package org.vigie.cli.alert;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.cli.console.JsonOutput;
import org.vigie.schemas.standing.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows alerts. */
@Command(
    name = "tail",
    header = "Shows alerts as they come: on arrival, settled, taken back.",
    description = {
      "Each line is where one alert stands from then on. What is HIGH or CRITICAL is shown on"
          + " arrival, as provisional, and again when it is settled some ten seconds later.",
      "Ends when interrupted, or after --seconds."
    },
    footer = {
      "",
      "Examples:",
      "  vigie alerts tail --bootstrap-servers localhost:9092",
      "  vigie alerts tail --bootstrap-servers localhost:9092 --severity high --community c1",
      "  vigie alerts tail --bootstrap-servers localhost:9092 --since 2024-06-25T00:00:00Z --json",
      "  vigie alerts tail --bootstrap-servers localhost:9092"
          + " -Dvigie.registry.url=http://localhost:8080/apis/ccompat/v7"
    })
final class AlertsTailCommand implements Callable<Integer> {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Session session;

  @Mixin private final AlertOrigin origin = new AlertOrigin();

  @Mixin private final AlertFilter filter = new AlertFilter();

  @Option(names = "--lang", paramLabel = "LANG", description = "en or fr. Default: en.")
  private Language language = Language.EN;

  @Option(names = "--json", description = "Print the alerts as JSON Lines instead.")
  private boolean json;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until interrupted, as it does anyway; not with --seconds.")
  private boolean follow;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "End after so many seconds. Default: go on until interrupted.")
  private long seconds = Long.MAX_VALUE;

  AlertsTailCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Console console = session.get();
    if (seconds < 0) {
      throw CommandFailedException.notAllowed("--seconds " + seconds, "0 or more");
    }
    if (follow && seconds != Long.MAX_VALUE) {
      throw CommandFailedException.usage(
          "--follow goes on and --seconds ends", "leave one of them out");
    }
    long startNanos = System.nanoTime();
    try (AlertTopics topics = origin.follow(console)) {
      if (filter.hasStart()) {
        print(filter.of(topics.board().all()), console);
      }
      while (secondsSince(startNanos) < seconds) {
        print(filter.news(topics.next(POLL)), console);
      }
    }
    return ExitCode.DONE;
  }

  private void print(List<Standing> standings, Console console) {
    if (standings.isEmpty()) {
      return;
    }
    if (json) {
      JsonOutput.print(standings.stream().map(Standing::alert).toList(), console);
    } else {
      console.print(new AlertLines(language).of(standings, console.style()));
    }
  }

  private static long secondsSince(long startNanos) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startNanos);
  }
}
