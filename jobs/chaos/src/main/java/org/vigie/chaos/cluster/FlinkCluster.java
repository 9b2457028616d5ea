package org.vigie.chaos.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.process.JavaProcess;

/** A session cluster: one JobManager, several TaskManagers, each a JVM of its own. */
public final class FlinkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String JOB_MANAGER =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";

  private final Path folder;
  private final FlinkHome home;
  private final FlinkRest rest;
  private final JavaProcess jobManager;
  private final List<JavaProcess> taskManagers = new ArrayList<>();
  private int started;
  private int submitted;

  private FlinkCluster(Path folder, FlinkHome home, JavaProcess jobManager) {
    this.folder = folder;
    this.home = home;
    this.rest = new FlinkRest(home.restPort());
    this.jobManager = jobManager;
  }

  /**
   * Starts it and waits until all TaskManagers have registered.
   *
   * @param libraries class path of Flink alone
   * @param options of Flink
   */
  public static FlinkCluster start(
      Path folder, String libraries, int taskManagers, Map<String, String> options)
      throws IOException, InterruptedException {
    FlinkHome home = FlinkHome.make(folder, libraries, options);
    JavaProcess.Launch launch = launch(home, "jobmanager", "384m", JOB_MANAGER, List.of());
    FlinkCluster cluster = new FlinkCluster(folder, home, JavaProcess.start(launch, folder));
    try {
      cluster.awaitTaskManagers(); // none yet: until the JobManager answers
      for (int i = 0; i < taskManagers; i++) {
        cluster.addTaskManager();
      }
      cluster.awaitTaskManagers();
      return cluster;
    } catch (IOException | IllegalStateException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  private static JavaProcess.Launch launch(
      FlinkHome home, String name, String heap, String main, List<String> arguments) {
    List<String> all = new ArrayList<>();
    if (!main.equals(CLIENT)) {
      all.addAll(List.of("--configDir", home.conf().toString()));
    }
    all.addAll(arguments);
    return new JavaProcess.Launch(
        name,
        home.classPath(),
        home.jvmArguments(heap),
        main,
        all,
        Map.of("FLINK_CONF_DIR", home.conf().toString()));
  }

  /** Starts one more TaskManager, without waiting for it. */
  public void addTaskManager() throws IOException {
    started++;
    taskManagers.add(
        JavaProcess.start(
            launch(home, "taskmanager-" + started, "512m", TASK_MANAGER, List.of()), folder));
  }

  /** Waits until all that were started have registered, and none that is gone is still listed. */
  public void awaitTaskManagers() throws InterruptedException {
    Await.until(
        taskManagers.size() + " TaskManagers have registered",
        PATIENCE,
        () -> {
          checkAlive();
          return rest.get("/taskmanagers").path("taskmanagers").size() == taskManagers.size();
        });
  }

  private void checkAlive() {
    if (!jobManager.isAlive()) {
      throw jobManager.failure("ended");
    }
    for (JavaProcess taskManager : taskManagers) {
      if (!taskManager.isAlive()) {
        throw taskManager.failure("ended by itself");
      }
    }
  }

  /** Kill -9 of one TaskManager; another is started in its place. */
  public void killTaskManager(int which) throws IOException, InterruptedException {
    taskManagers.remove(which).kill();
    addTaskManager();
  }

  /** How many TaskManagers there are. */
  public int taskManagers() {
    return taskManagers.size();
  }

  /**
   * Submits a jar as an operator does, and waits until every task runs.
   *
   * @param savepoint where to go on; empty for a new job
   * @return the job's id
   */
  public String submit(Path jar, int parallelism, String savepoint, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("run", "-d", "-p", "" + parallelism));
    if (!savepoint.isEmpty()) {
      command.addAll(List.of("-s", savepoint));
    }
    command.add(jar.toAbsolutePath().toString());
    command.addAll(arguments);
    submitted++;
    try (JavaProcess client =
        JavaProcess.start(launch(home, "client-" + submitted, "384m", CLIENT, command), folder)) {
      if (client.awaitEnd() != 0) {
        throw client.failure("did not submit the job");
      }
      String id =
          client
              .log()
              .replaceAll("(?s).*Job has been submitted with JobID ([0-9a-f]{32}).*", "$1")
              .strip();
      awaitRunning(id);
      return id;
    }
  }

  /** Waits until every task of a job runs. */
  public void awaitRunning(String job) throws InterruptedException {
    Await.until("all tasks of the job run", PATIENCE, () -> isRunning(job));
  }

  private boolean isRunning(String job) throws IOException, InterruptedException {
    JsonNode found = rest.get("/jobs/" + job);
    if (found.path("state").asText().equals("FAILED")) {
      throw jobManager.failure("the job failed");
    }
    for (JsonNode vertex : found.path("vertices")) {
      if (!vertex.path("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return found.path("state").asText().equals("RUNNING") && !found.path("vertices").isEmpty();
  }

  /** How often a job was restored from a checkpoint or savepoint. */
  public int restores(String job) throws IOException, InterruptedException {
    return rest.get("/jobs/" + job + "/checkpoints").path("counts").path("restored").asInt();
  }

  /** How many checkpoints of a job are complete. */
  public int checkpoints(String job) throws IOException, InterruptedException {
    return rest.get("/jobs/" + job + "/checkpoints").path("counts").path("completed").asInt();
  }

  /** Waits until more checkpoints are complete than a count. */
  public void awaitCheckpoint(String job, int above) throws InterruptedException {
    Await.until("another checkpoint is complete", PATIENCE, () -> checkpoints(job) > above);
  }

  /**
   * Stops a job with a savepoint, without draining it. A restored job may count as running while
   * some of its tasks are still being set up; then the savepoint is refused and asked for again.
   *
   * @return where the savepoint is
   */
  public String stop(String job) throws IOException, InterruptedException {
    StringBuilder place = new StringBuilder();
    Await.until("the job is stopped", PATIENCE, () -> tryToStop(job, place));
    return place.toString();
  }

  private boolean tryToStop(String job, StringBuilder place)
      throws IOException, InterruptedException {
    JsonNode trigger =
        rest.post("/jobs/" + job + "/stop", "{\"drain\":false,\"formatType\":\"CANONICAL\"}");
    String path = "/jobs/" + job + "/savepoints/" + trigger.path("request-id").asText();
    Await.until(
        "the savepoint is complete or refused",
        PATIENCE,
        () -> rest.get(path).path("status").path("id").asText().equals("COMPLETED"));
    JsonNode operation = rest.get(path).path("operation");
    if (!operation.has("failure-cause")) {
      place.append(operation.path("location").asText());
      return true;
    }
    String cause = operation.path("failure-cause").toString();
    if (!cause.contains("Not all required tasks are currently running")) {
      throw new IllegalStateException(cause);
    }
    return false;
  }

  /** Cancels a job, without waiting. */
  public void cancel(String job) throws IOException, InterruptedException {
    rest.patch("/jobs/" + job + "?mode=cancel");
  }

  @Override
  public void close() {
    taskManagers.forEach(JavaProcess::close);
    jobManager.close();
  }
}
