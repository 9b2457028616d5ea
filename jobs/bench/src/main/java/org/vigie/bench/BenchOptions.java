package org.vigie.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.bench.peer.Peers;
import org.vigie.bench.stream.StreamSpec;
import org.vigie.bench.stream.WorldSpec;
import org.vigie.bench.stream.WrittenStream;
import picocli.CommandLine.Option;

/** The command line of {@link PipelineBench}. */
final class BenchOptions {
  @Option(
      names = "--peers",
      split = ",",
      defaultValue =
          Peers.NULL + "," + Peers.NULL_THREE_HOP + "," + Peers.VIGIE + "," + Peers.VIGIE_100,
      description = "What to run, in the order of a round (default: ${DEFAULT-VALUE}).")
  List<String> peers;

  @Option(
      names = "--preset",
      defaultValue = "messages",
      description =
          "Size of the stream: ${COMPLETION-CANDIDATES}, the last the simulator's world with all"
              + " its topics (default: ${DEFAULT-VALUE}).")
  StreamSpec.Preset preset;

  @Option(names = "--events", description = "Events, instead of the preset's.")
  @Nullable Integer events;

  @Option(names = "--accounts", description = "Accounts, instead of the preset's.")
  @Nullable Integer accounts;

  @Option(
      names = "--days",
      description = "Days of the world (default: " + WorldSpec.DAYS + "); with --preset world.")
  @Nullable Integer days;

  @Option(
      names = "--seed",
      defaultValue = "" + StreamSpec.DEFAULT_SEED,
      description = "Seed of the stream (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Every peer runs once a round (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      description = "Of every operator (default: ${DEFAULT-VALUE}).")
  int parallelism;

  @Option(names = "--json", description = "Append results as JSON Lines to this file.")
  @Nullable Path json;

  @Option(
      names = "--work",
      description = "Where broker and state live meanwhile (default: the temporary directory).")
  @Nullable Path work;

  @Option(
      names = "--stall-seconds",
      defaultValue = "120",
      description =
          "A peer without a new record for so long has failed (default: ${DEFAULT-VALUE}).")
  int stallSeconds;

  @Option(
      names = "--jvm",
      description = "One more argument for every peer's JVM, such as a profiler's; repeatable.")
  List<String> jvmArguments = List.of();

  WrittenStream stream() {
    int howMany = accounts == null ? preset.accounts() : accounts;
    return preset == StreamSpec.Preset.WORLD
        ? new WorldSpec(seed, howMany, days == null ? WorldSpec.DAYS : days)
        : new StreamSpec(seed, events == null ? preset.events() : events, howMany);
  }

  Optional<Path> jsonFile() {
    return Optional.ofNullable(json);
  }

  Path workParent() {
    return work == null ? Path.of(System.getProperty("java.io.tmpdir")) : work;
  }

  /** Refuses what can't be run, before anything is started. */
  void check() {
    peers.forEach(Peers::named);
    if (rounds < 1 || parallelism < 1 || stallSeconds < 1) {
      throw new IllegalArgumentException("rounds, parallelism and stall seconds are at least 1");
    }
    boolean isWorld = preset == StreamSpec.Preset.WORLD;
    if (isWorld ? events != null : days != null) {
      throw new IllegalArgumentException(
          isWorld
              ? "--events is not for a world: choose --accounts and --days"
              : "--days is for --preset world alone: choose --events");
    }
  }
}
