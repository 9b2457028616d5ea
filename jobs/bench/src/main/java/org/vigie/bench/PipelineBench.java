package org.vigie.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.vigie.bench.broker.Broker;
import org.vigie.bench.peer.Peers;
import org.vigie.bench.report.JsonLines;
import org.vigie.bench.report.MachineFacts;
import org.vigie.bench.report.ResultTable;
import org.vigie.bench.report.RoundResult;
import org.vigie.bench.report.StateTable;
import org.vigie.bench.report.Summary;
import org.vigie.bench.run.PeerProcess;
import org.vigie.bench.run.PeerResult;
import org.vigie.bench.run.PeerTask;
import org.vigie.bench.stream.StreamFacts;
import org.vigie.bench.stream.TopicWriter;
import org.vigie.bench.stream.WrittenStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Compares whole pipelines on one stream: starts a broker, writes the stream to it once, then runs
 * every peer in a JVM of its own, round after round. docs/benchmarks.md says how to read the
 * result. Exit codes: 0 done, 1 a peer failed, 2 wrong use.
 */
@Command(
    name = "pipeline-bench",
    mixinStandardHelpOptions = true,
    description = "CPU per event, rate, memory and state of whole pipelines on one stream.")
public final class PipelineBench implements Callable<Integer> {
  private static final List<String> FLOORS = List.of(Peers.NULL, Peers.NULL_THREE_HOP);

  private final Progress progress = new Progress(System.err);

  /** The stream on the broker. */
  private record Stored(List<String> topics, Duration drift, StreamFacts facts) {}

  @Mixin private BenchOptions options;
  @Spec private CommandSpec command;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs it and returns the exit code. */
  static int run(String... arguments) {
    return new CommandLine(new PipelineBench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    WrittenStream stream = checkedStream();
    JsonLines json = new JsonLines(options.jsonFile());
    MachineFacts machine = MachineFacts.here();
    System.out.println(machine);
    System.out.println(stream);
    json.append("machine", machine);
    json.append("stream", stream);
    try (WorkDirectory work = new WorkDirectory(options.workParent());
        Broker broker = Broker.start(work.root())) {
      measure(stream, work, broker, json);
      work.succeeded();
    }
    return 0;
  }

  private void measure(WrittenStream stream, WorkDirectory work, Broker broker, JsonLines json)
      throws IOException, InterruptedException, ExecutionException {
    try {
      Stored stored = new Stored(stream.topics(), stream.drift(), write(stream, broker));
      System.out.println(stored.facts);
      json.append("facts", stored.facts);
      report(allRounds(stored, work, broker, json), stored.facts, json);
    } catch (IllegalStateException | ExecutionException e) {
      progress.say(broker.failure("was there when the run failed"));
      throw e;
    }
  }

  private WrittenStream checkedStream() {
    try {
      options.check();
      return options.stream();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private StreamFacts write(WrittenStream stream, Broker broker)
      throws InterruptedException, ExecutionException {
    broker.createTopics();
    StreamFacts facts =
        TopicWriter.write(
            stream,
            broker.bootstrapServers(),
            written -> progress.step("writing the stream: %,d events".formatted(written)));
    progress.say("the stream is written: %,d events".formatted(facts.events()));
    return facts;
  }

  private List<RoundResult> allRounds(
      Stored stored, WorkDirectory work, Broker broker, JsonLines json)
      throws IOException, InterruptedException {
    List<RoundResult> results = new ArrayList<>();
    for (int round = 1; round <= options.rounds; round++) {
      for (String peer : options.peers) {
        RoundResult result = run(peer, round, stored, work, broker);
        results.add(result);
        json.append("round", result);
      }
    }
    return results;
  }

  private RoundResult run(String peer, int round, Stored stored, WorkDirectory work, Broker broker)
      throws IOException, InterruptedException {
    Path directory = work.subdirectory(peer.replace('+', '-') + "-" + round);
    String label = "round %d of %d, %s".formatted(round, options.rounds, peer);
    long events = stored.facts.events();
    PeerTask task =
        new PeerTask(
            peer,
            directory.getFileName().toString(),
            broker.bootstrapServers(),
            stored.topics,
            stored.drift.toMillis(),
            events,
            options.parallelism,
            directory.toString(),
            options.jvmArguments,
            options.stallSeconds);
    long brokerBeforeNanos = broker.cpuNanos();
    PeerResult result =
        PeerProcess.run(
            task, read -> progress.step("%s: %,d of %,d read".formatted(label, read, events)));
    double brokerMicros = (broker.cpuNanos() - brokerBeforeNanos) / 1e3 / events;
    progress.say(
        "%s: %.1f CPU µs/event steady, %.1f whole"
            .formatted(
                label, result.steady().cpuMicrosPerEvent(), result.whole().cpuMicrosPerEvent()));
    WorkDirectory.delete(directory);
    return new RoundResult(peer, round, brokerMicros, result);
  }

  private static void report(List<RoundResult> results, StreamFacts facts, JsonLines json)
      throws IOException {
    List<Summary> summaries = Summary.of(results, FLOORS);
    for (Summary summary : summaries) {
      json.append("summary", summary);
    }
    System.out.println();
    System.out.print(ResultTable.of(summaries, FLOORS, facts));
    System.out.println();
    System.out.print(StateTable.of(results));
  }
}
