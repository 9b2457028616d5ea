package org.vigie.chaos.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.process.JavaProcess;

/**
 * A Flink cluster in application mode, as docker-compose.yml has it: a JobManager that runs the jar
 * in {@code usrlib} and ends with it, and a TaskManager. No high availability.
 */
public final class ApplicationCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String JOB_MANAGER =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";

  private final Path folder;
  private final FlinkHome home;
  private final FlinkRest rest;
  private final List<String> arguments;
  private final JavaProcess taskManager;
  private JavaProcess jobManager;
  private int started;

  private ApplicationCluster(Path folder, FlinkHome home, List<String> arguments)
      throws IOException {
    this.folder = folder;
    this.home = home;
    this.rest = new FlinkRest(home.restPort());
    this.arguments = List.copyOf(arguments);
    this.jobManager = launchJobManager(List.of());
    this.taskManager = launch("taskmanager", "512m", TASK_MANAGER, List.of());
  }

  /**
   * Starts both, without waiting.
   *
   * @param libraries class path of Flink alone
   * @param jar the job's
   * @param options of Flink
   * @param arguments of the job
   */
  public static ApplicationCluster start(
      Path folder, String libraries, Path jar, Map<String, String> options, List<String> arguments)
      throws IOException {
    Path usrlib = Files.createDirectories(folder.resolve("flink/usrlib"));
    Files.createSymbolicLink(usrlib.resolve("vigie-job.jar"), jar.toRealPath());
    FlinkHome home = FlinkHome.make(folder, libraries, options);
    return new ApplicationCluster(folder, home, arguments);
  }

  private JavaProcess launchJobManager(List<String> more) throws IOException {
    List<String> all = new ArrayList<>(List.of("--job-classname", "org.vigie.job.VigieJob"));
    all.addAll(arguments);
    all.addAll(more);
    started++;
    return launch("jobmanager-" + started, "512m", JOB_MANAGER, all);
  }

  private JavaProcess launch(String name, String heap, String main, List<String> more)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--configDir", home.conf().toString()));
    all.addAll(more);
    Map<String, String> environment =
        Map.of(
            "FLINK_CONF_DIR", home.conf().toString(),
            "FLINK_LIB_DIR", folder.resolve("flink/lib").toString());
    return JavaProcess.start(
        new JavaProcess.Launch(
            name, home.classPath(), home.jvmArguments(heap), main, all, environment),
        folder);
  }

  /** Kill -9 of the JobManager. */
  public void killJobManager() throws InterruptedException {
    jobManager.kill();
  }

  /**
   * Starts a JobManager where one has ended, without waiting.
   *
   * @param more arguments of the job beside those it always has
   */
  public void startJobManager(String... more) throws IOException {
    jobManager.close();
    jobManager = launchJobManager(Arrays.asList(more));
  }

  /** Waits until the JobManager has ended by itself, and returns its exit code. */
  public int awaitEndOfJobManager() throws InterruptedException {
    Await.until("the JobManager has ended", PATIENCE, () -> !jobManager.isAlive());
    return jobManager.awaitEnd();
  }

  /** What the present JobManager has printed. */
  public String said() {
    return jobManager.log();
  }

  /** Waits until every task of the job runs, and returns its id. */
  public String awaitRunning() throws InterruptedException {
    StringBuilder id = new StringBuilder();
    Await.until("all tasks of the job run", PATIENCE, () -> isRunning(id));
    return id.toString();
  }

  private boolean isRunning(StringBuilder id) throws IOException, InterruptedException {
    if (!jobManager.isAlive()) {
      throw jobManager.failure("ended");
    }
    JsonNode jobs = rest.get("/jobs").path("jobs");
    if (jobs.size() != 1) {
      return false;
    }
    id.setLength(0);
    id.append(jobs.get(0).path("id").asText());
    JsonNode vertices = rest.get("/jobs/" + id).path("vertices");
    for (JsonNode vertex : vertices) {
      if (!vertex.path("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return !vertices.isEmpty();
  }

  /** How many checkpoints of a job are of a state: {@code completed}, {@code restored}. */
  public int checkpoints(String job, String state) throws IOException, InterruptedException {
    return rest.get("/jobs/" + job + "/checkpoints").path("counts").path(state).asInt();
  }

  /** Waits until so many checkpoints of a job are complete. */
  public void awaitCheckpoints(String job, int count) throws InterruptedException {
    Await.until(
        count + " checkpoints are complete",
        PATIENCE,
        () -> checkpoints(job, "completed") >= count);
  }

  /** The metadata of a job's checkpoints that are kept, the newest last. */
  public List<Path> metadata(String job) {
    File[] kept = folder.resolve("checkpoints").resolve(job).toFile().listFiles();
    return Arrays.stream(kept == null ? new File[0] : kept)
        .filter(one -> one.getName().startsWith("chk-"))
        .sorted(Comparator.comparingInt(one -> Integer.parseInt(one.getName().substring(4))))
        .map(one -> one.toPath().resolve("_metadata"))
        .filter(Files::exists)
        .toList();
  }

  @Override
  public void close() {
    taskManager.close();
    jobManager.close();
  }
}
