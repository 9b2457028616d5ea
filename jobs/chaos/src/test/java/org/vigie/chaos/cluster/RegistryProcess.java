package org.vigie.chaos.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.chaos.process.Await;
import org.vigie.chaos.process.FreePort;
import org.vigie.chaos.process.JavaProcess;

/** Apicurio's schema registry in a JVM of its own. What it holds outlives a kill -9. */
public final class RegistryProcess implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final String MAIN = "io.quarkus.runner.GeneratedMain";

  private final Path program;
  private final Path folder;
  private final int port;
  private JavaProcess process;

  private RegistryProcess(Path program, Path folder, int port, JavaProcess process) {
    this.program = program;
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param program folder that Apicurio was unpacked into
   * @param folder where it keeps its schemas and log
   */
  public static RegistryProcess start(Path program, Path folder)
      throws IOException, InterruptedException {
    int port = FreePort.find();
    JavaProcess process = launch(program, folder, port);
    RegistryProcess registry = new RegistryProcess(program, folder, port, process);
    registry.awaitAnswer();
    return registry;
  }

  private static JavaProcess launch(Path program, Path folder, int port) throws IOException {
    return JavaProcess.start(
        new JavaProcess.Launch(
            "registry",
            runner(program) + ":" + FlinkHome.ownClasses(),
            List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port),
            MAIN,
            List.of(),
            Map.of(
                "REGISTRY_DATASOURCE_URL",
                "jdbc:h2:file:" + folder.resolve("schemas") + ";WRITE_DELAY=0")),
        folder);
  }

  private static Path runner(Path program) throws IOException {
    try (Stream<Path> files = Files.list(program)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(program + " holds no registry"));
    }
  }

  private void awaitAnswer() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/subjects")).build();
    Await.until(
        "the registry answers",
        START_PATIENCE,
        () -> {
          if (!process.isAlive()) {
            throw process.failure("did not come up");
          }
          return client.send(question, BodyHandlers.discarding()).statusCode() == 200;
        });
  }

  /** Its address for clients of Confluent's REST. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** Kill -9. */
  public void kill() throws InterruptedException {
    process.kill();
  }

  /** Starts it again at the same address and waits until it answers. */
  public void restart() throws IOException, InterruptedException {
    process = launch(program, folder, port);
    awaitAnswer();
  }

  @Override
  public void close() {
    process.close();
  }
}
