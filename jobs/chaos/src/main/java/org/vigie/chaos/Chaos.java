package org.vigie.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vigie.chaos.Rig.Judged;
import org.vigie.chaos.stream.Producing;
import org.vigie.chaos.stream.Towns;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills TaskManagers at seeded moments under load, then compares the settled alerts with the
 * engine's on one thread. Exit codes: 0 it held, 1 it did not, 2 wrong use, 3 it could not run.
 */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Kills TaskManagers of a real cluster under load; says whether alerts held.")
public final class Chaos implements Callable<Integer> {
  private static final int COULD_NOT_RUN = 3;
  private static final int TASK_MANAGERS = 2;
  private static final int PARTITIONS = 4;
  private static final int SHOWN_MAX = 5;

  /** How alerts are delivered. */
  enum Delivery {
    AT_LEAST_ONCE,
    EXACTLY_ONCE
  }

  @Option(names = "--kills", description = "Kill -9s of a TaskManager.")
  private int kills = 20;

  @Option(names = "--minutes", description = "How long events are sent.")
  private double minutes = 10;

  @Option(names = "--rate", description = "Events a second.")
  private int rate = 2_000;

  @Option(names = "--delivery", description = "at-least-once or exactly-once.")
  private String delivery = "at-least-once";

  @Option(names = "--seed", description = "Decides the events and the moments of the kills.")
  private long seed = 1;

  @Option(names = "--jar", required = true, description = "The job's jar.")
  private Path jar = Path.of("vigie-job.jar");

  @Option(names = "--flink", required = true, description = "File with Flink's class path.")
  private Path flinkLibraries = Path.of("flink-libraries");

  @Option(names = "--keep", description = "Keep the folder of logs and state even if it held.")
  private boolean keep;

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Chaos()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Delivery how = Delivery.valueOf(delivery.toUpperCase(Locale.ROOT).replace('-', '_'));
    Path folder = Files.createTempDirectory("vigie-chaos-");
    System.out.printf(
        Locale.ROOT,
        "seed %d, %d kills in %.1f min at %d events/s, %s; logs in %s%n",
        seed,
        kills,
        minutes,
        rate,
        delivery,
        folder);
    Rig.Settings settings =
        new Rig.Settings(folder, jar, flinkLibraries, PARTITIONS, how == Delivery.EXACTLY_ONCE);
    Towns towns = new Towns(seed, rate);
    boolean held = false;
    try (Rig rig = Rig.start(settings, TASK_MANAGERS)) {
      held = run(rig, towns, how);
    } catch (IllegalStateException e) {
      System.out.println("could not run: " + e.getMessage());
      return COULD_NOT_RUN;
    } finally {
      if (held && !keep) {
        delete(folder);
      }
    }
    return held ? 0 : 1;
  }

  private boolean run(Rig rig, Towns towns, Delivery how) throws IOException, InterruptedException {
    String job = rig.submit(TASK_MANAGERS, "");
    try (Producing stream = rig.produce(towns, rate)) {
      kill(rig, job, stream);
      Judged judged = rig.judge(stream);
      int restores = rig.cluster().restores(job);
      report(restores, judged);
      return isMeaningful(restores, judged) && judged.holds(how == Delivery.AT_LEAST_ONCE);
    }
  }

  private boolean isMeaningful(int restores, Judged judged) {
    if (judged.expected().forced() > 0) {
      System.out.println("a tail was full: the comparison says nothing; lower --rate");
      return false;
    }
    if (judged.expected().revisions().isEmpty()) {
      System.out.println("nothing was to be found: the comparison says nothing; raise --minutes");
      return false;
    }
    if (kills > 0 && restores == 0) {
      System.out.println("the job was never restored: no kill hit it");
      return false;
    }
    return true;
  }

  /** Kills at moments drawn over the time, each at least so far along that the job runs again. */
  private void kill(Rig rig, String job, Producing stream)
      throws IOException, InterruptedException {
    long startNanos = System.nanoTime();
    long lengthMs = Math.round(minutes * Duration.ofMinutes(1).toMillis());
    Random random = new Random(seed);
    long[] moments = random.longs(kills, 0, lengthMs).sorted().toArray();
    for (int number = 0; number < kills; number++) {
      sleepUntil(startNanos, moments[number]);
      int which = random.nextInt(rig.cluster().taskManagers());
      long killNanos = System.nanoTime();
      rig.cluster().killTaskManager(which);
      long downMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killNanos);
      System.out.printf(
          Locale.ROOT,
          "kill %d of %d at %.1f s (TaskManager %d, %d ms), %d events acknowledged%n",
          number + 1,
          kills,
          (killNanos - startNanos) / 1e9,
          which + 1,
          downMs,
          stream.acknowledged());
    }
    sleepUntil(startNanos, lengthMs);
    rig.cluster().awaitRunning(job);
  }

  private static void sleepUntil(long startNanos, long afterMs) throws InterruptedException {
    long elapsedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    TimeUnit.MILLISECONDS.sleep(Math.max(0, afterMs - elapsedMs));
  }

  private static void report(int restores, Judged judged) {
    System.out.printf(
        Locale.ROOT,
        "%d events, %d revisions expected, %d refused (%d expected), %d restores: %s%n",
        judged.expected().events(),
        judged.expected().revisions().size(),
        judged.deadLetters().size(),
        judged.expected().refused(),
        restores,
        judged.verdict().summary());
    judged.found().lines().forEach(System.out::println);
    show("lost", judged.verdict().lost());
    show("invented", judged.verdict().invented());
    show("with two contents", judged.verdict().twofold());
  }

  private static void show(String what, List<String> lines) {
    lines.stream().limit(SHOWN_MAX).forEach(line -> System.out.println(what + ": " + line));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    }
  }
}
