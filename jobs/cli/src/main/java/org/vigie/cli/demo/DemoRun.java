package org.vigie.cli.demo;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.alert.Alert;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.broker.EmbeddedBroker;

/**
 * Broker, job, simulated platform and a safety team's consumer, all in this process. It is over
 * when the job has settled the platform's last day and everything settled has been read: never
 * after some time.
 */
final class DemoRun implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);

  /** For how long event time may stand still: Flink's start on a busy machine takes its time. */
  private static final Duration STANDSTILL_MAX = Duration.ofMinutes(5);

  private final DemoWorld world;
  private final EmbeddedBroker broker;
  private final DemoJob job;
  private final Feeder feeder;
  private final AlertReader reader;
  private long movedNanos;
  private long movedToMs = Long.MIN_VALUE;

  /** Sees what happens, on the thread that watches. */
  interface Observer {
    /** A settled revision was read, at a time on the platform's clock (epoch milliseconds). */
    void alert(Alert revision, long platformMs);

    /** It goes on. */
    void progress(long platformMs, long eventsSent);
  }

  /**
   * Starts the job and the platform on a broker.
   *
   * @param folder where state goes; exists
   * @param lasting how long the platform's days take if the job keeps up
   */
  DemoRun(DemoWorld world, EmbeddedBroker broker, Path folder, Duration lasting)
      throws InterruptedException {
    this.world = world;
    this.broker = broker;
    DemoTopics.create(broker.bootstrapServers());
    this.job = DemoJob.start(broker.bootstrapServers(), folder);
    this.reader = AlertReader.start(broker.bootstrapServers());
    this.feeder = Feeder.start(world, broker.bootstrapServers(), job.clock(), lasting);
  }

  /**
   * Watches to the end.
   *
   * @return all settled revisions, in the order in which they were read
   * @throws CommandFailedException if a part of it fails or stands still
   */
  List<Alert> watch(Observer observer) throws InterruptedException {
    List<Alert> revisions = new ArrayList<>();
    movedNanos = System.nanoTime();
    while (!isOver(revisions.size())) {
      for (Alert revision : reader.poll(POLL)) {
        revisions.add(revision);
        observer.alert(revision, feeder.clockMs());
      }
      observer.progress(feeder.clockMs(), feeder.sent());
      check();
    }
    return revisions;
  }

  /** Settled to the end, and read to what was settled by then. */
  private boolean isOver(long read) {
    boolean settled = job.clock().throughMs() >= world.settings().endMs();
    return settled && read >= job.clock().revisions();
  }

  private void check() throws InterruptedException {
    long settledMs = job.clock().throughMs();
    if (settledMs != movedToMs) {
      movedToMs = settledMs;
      movedNanos = System.nanoTime();
    }
    require("the job failed", job.failure().orElse(""));
    require("the simulated platform failed", feeder.failure());
    require("the embedded broker gave up", broker.failure());
    boolean stands = System.nanoTime() - movedNanos > STANDSTILL_MAX.toNanos();
    require("event time stands still", stands ? standstill() : "");
  }

  private static String standstill() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return String.format(
        Locale.ROOT,
        "for %d s, at a load of %.0f on %d processors",
        STANDSTILL_MAX.toSeconds(),
        system.getSystemLoadAverage(),
        system.getAvailableProcessors());
  }

  private static void require(String what, String failure) {
    if (!failure.isEmpty()) {
      throw CommandFailedException.environment(
          what + ": " + failure, "look into the log; --debug shows it while it is written");
    }
  }

  @Override
  public void close() {
    feeder.close();
    reader.close();
    job.close();
  }
}
