package org.vigie.cli.serve;

import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.ExitCode;
import org.vigie.cli.Session;
import org.vigie.cli.console.Console;
import org.vigie.detection.kafka.BrokerUnreachableException;
import org.vigie.detection.kafka.KafkaJob;
import org.vigie.detection.kafka.KafkaOptions;
import org.vigie.detection.start.NewestCheckpoint;
import org.vigie.detection.start.RestorePoint;
import org.vigie.detection.start.StartOptions;

/**
 * A job from its start to its end: what both commands do once there is a broker. It ends when it is
 * interrupted, with a savepoint, and goes on there when it is started again.
 */
final class LiveRun {
  private static final long LOOK_MS = 200;

  private final Session session;
  private final Console console;
  private final Interrupts interrupts;
  private final StateFolder folder;
  private final int parallelism;

  /** What else can fail, and what to say when the job runs. */
  interface Surroundings {
    /** Tells the person what to do now. */
    void ready();

    /** Why the job can't go on; empty while it can. */
    String failure();
  }

  LiveRun(Session session, Interrupts interrupts, StateFolder folder, int parallelism) {
    this.session = session;
    this.console = session.get();
    this.interrupts = interrupts;
    this.folder = folder;
    this.parallelism = parallelism;
  }

  /**
   * Runs the job until it is interrupted.
   *
   * @param job the job
   * @param given options of job and Flink, as the job was made from
   * @return {@link ExitCode#INTERRUPTED}
   * @throws CommandFailedException if it can't start, or fails for good
   */
  int untilInterrupted(KafkaJob job, Configuration given, Surroundings surroundings)
      throws InterruptedException {
    Configuration config = new Configuration(given);
    LiveSettings.apply(config, folder);
    requireUsable(job);
    Optional<RestorePoint> point =
        NewestCheckpoint.readable(folder.restorePoints(), this::tellOfDamage);
    point.ifPresentOrElse(one -> goOn(config, one), () -> requireNothingForgotten(job, config));
    try (LiveJob live = LiveJob.start(job, config, parallelism, folder.scratch())) {
      if (awaitReaders(live, job, surroundings)) {
        point.filter(RestorePoint::isSavepoint).ifPresent(folder::dropOlderThan);
        surroundings.ready();
        watch(live, surroundings);
      }
      end(live);
    }
    return ExitCode.INTERRUPTED;
  }

  /**
   * The job as configured.
   *
   * @throws CommandFailedException if an option is missing or not allowed
   */
  static KafkaJob job(Configuration config) {
    try {
      return new KafkaJob(config);
    } catch (IllegalArgumentException e) {
      throw CommandFailedException.usage(String.valueOf(e.getMessage()), "");
    }
  }

  private void requireUsable(KafkaJob job) {
    try {
      List<String> problems = job.problems(parallelism);
      if (!problems.isEmpty()) {
        throw CommandFailedException.environment(
            "the brokers are not as the job needs them:\n  - " + String.join("\n  - ", problems),
            "");
      }
      folder.requireCluster(job.clusterId());
    } catch (BrokerUnreachableException e) {
      throw unreachable(e);
    }
  }

  private void goOn(Configuration config, RestorePoint point) {
    console.tell("going on from " + point.folder().getPath());
    LiveSettings.resume(config, point);
  }

  private void tellOfDamage(RestorePoint point, String damage) {
    console.tell(
        "%s can't be read (%s): going back to the one before"
            .formatted(point.folder().getPath(), damage));
  }

  /** Its offsets outlive its state: it would go on in the middle, knowing nobody. */
  private void requireNothingForgotten(KafkaJob job, Configuration config) {
    Optional<String> before = readBefore(job);
    if (before.isEmpty() || NewestCheckpoint.isRestored(config)) {
      return;
    }
    String found =
        before.get() + "; but no checkpoint of it that can be read is in " + folder.root();
    if (!config.get(StartOptions.WITHOUT_STATE)) {
      throw CommandFailedException.environment(
          found + ": it would go on there knowing nobody",
          "name its folder with --dir; or read all that the topics still keep, with -D "
              + KafkaOptions.JOB.key()
              + "=ANOTHER_NAME; or go on without, with -D "
              + StartOptions.WITHOUT_STATE.key()
              + "=true (docs/options.md says what that voids)");
    }
    console.tell("warning: " + found + ": going on there, knowing nobody");
  }

  private static Optional<String> readBefore(KafkaJob job) {
    try {
      return job.readBefore();
    } catch (BrokerUnreachableException e) {
      throw unreachable(e);
    }
  }

  private static int partitions(KafkaJob job) {
    try {
      return job.partitions();
    } catch (BrokerUnreachableException e) {
      throw unreachable(e);
    }
  }

  private static CommandFailedException unreachable(BrokerUnreachableException e) {
    return CommandFailedException.environment(String.valueOf(e.getMessage()), "");
  }

  /** Waits until all partitions are read; false if it was interrupted meanwhile. */
  private boolean awaitReaders(LiveJob live, KafkaJob job, Surroundings surroundings)
      throws InterruptedException {
    int partitions = partitions(job);
    StatusLine status = new StatusLine(console.progress(), live.counts(), session.log());
    while (live.counts().partitionsRead() < partitions) {
      status.show();
      check(live, surroundings);
      if (interrupts.within(LOOK_MS)) {
        return false;
      }
    }
    status.clear();
    return true;
  }

  private void watch(LiveJob live, Surroundings surroundings) throws InterruptedException {
    StatusLine status = new StatusLine(console.progress(), live.counts(), session.log());
    while (!interrupts.within(LOOK_MS)) {
      status.show();
      check(live, surroundings);
    }
    status.clear();
    console.tell(status.line());
  }

  private static void check(LiveJob live, Surroundings surroundings) throws InterruptedException {
    Optional<String> failure = live.failure();
    if (failure.isPresent()) {
      throw CommandFailedException.environment(
          "the job failed: " + failure.get(), "look into the log; --debug shows it as it comes");
    }
    if (!surroundings.failure().isEmpty()) {
      throw CommandFailedException.environment(
          surroundings.failure(), "look into the log; --debug shows it as it comes");
    }
  }

  private void end(LiveJob live) throws InterruptedException {
    if (!folder.isKept()) {
      console.tell("interrupted: nothing is kept");
      return;
    }
    console.tell("interrupted: stopping with a savepoint (a second Ctrl-C ends at once)");
    Optional<String> failure = live.stop(folder.savepoints());
    if (failure.isPresent()) {
      console.tell(
          "no savepoint ("
              + failure.get()
              + "): the next start goes on from the last checkpoint and reads again what came after"
              + " it");
    }
  }
}
