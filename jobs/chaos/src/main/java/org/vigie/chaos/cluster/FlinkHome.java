package org.vigie.chaos.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.chaos.process.FreePort;

/** What would lie in a Flink distribution: libraries and configuration. */
final class FlinkHome {
  private static final List<String> OPENS =
      List.of("java.lang", "java.util", "java.net", "java.nio", "java.time");

  /**
   * Every part of the memory must be set: the distribution's shell scripts, which would compute
   * them, are not here.
   */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("jobmanager.rpc.address", "127.0.0.1"),
          Map.entry("jobmanager.bind-host", "127.0.0.1"),
          Map.entry("taskmanager.bind-host", "127.0.0.1"),
          Map.entry("taskmanager.host", "127.0.0.1"),
          Map.entry("rest.address", "127.0.0.1"),
          Map.entry("rest.bind-address", "127.0.0.1"),
          // One: a TaskManager without tasks could be killed without anything happening.
          Map.entry("taskmanager.numberOfTaskSlots", "1"),
          Map.entry("taskmanager.cpu.cores", "1.0"),
          Map.entry("taskmanager.memory.task.heap.size", "384m"),
          Map.entry("taskmanager.memory.task.off-heap.size", "0b"),
          Map.entry("taskmanager.memory.framework.heap.size", "128m"),
          Map.entry("taskmanager.memory.framework.off-heap.size", "128m"),
          Map.entry("taskmanager.memory.network.min", "96m"),
          Map.entry("taskmanager.memory.network.max", "96m"),
          Map.entry("taskmanager.memory.managed.size", "128m"),
          Map.entry("taskmanager.memory.jvm-metaspace.size", "256m"),
          Map.entry("taskmanager.memory.jvm-overhead.min", "64m"),
          Map.entry("taskmanager.memory.jvm-overhead.max", "64m"),
          Map.entry("heartbeat.interval", "1 s"),
          Map.entry("heartbeat.timeout", "20 s"),
          Map.entry("restart-strategy.type", "fixed-delay"),
          Map.entry("restart-strategy.fixed-delay.attempts", "1000000"),
          Map.entry("restart-strategy.fixed-delay.delay", "500 ms"),
          Map.entry("slot.request.timeout", "120 s"),
          Map.entry("pekko.startup-timeout", "120 s"), // on a machine that has other work to do
          Map.entry("pekko.ask.timeout", "60 s"),
          Map.entry("execution.checkpointing.interval", "2 s"),
          Map.entry("execution.checkpointing.timeout", "60 s"));

  private static final String LOGGING =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.out.ref = out
      appender.out.type = Console
      appender.out.name = out
      appender.out.layout.type = PatternLayout
      appender.out.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n%ex
      """;

  private final Path folder;
  private final String libraries;
  private final int restPort;

  private FlinkHome(Path folder, String libraries, int restPort) {
    this.folder = folder;
    this.libraries = libraries;
    this.restPort = restPort;
  }

  /**
   * Writes the configuration.
   *
   * @param libraries class path of Flink alone
   * @param options of Flink, over ours
   */
  static FlinkHome make(Path folder, String libraries, Map<String, String> options)
      throws IOException {
    int restPort = FreePort.find();
    Map<String, String> config = new TreeMap<>(FIXED);
    config.put("rest.port", Integer.toString(restPort));
    config.put("jobmanager.rpc.port", Integer.toString(FreePort.find()));
    config.put("execution.checkpointing.dir", folder.resolve("checkpoints").toUri().toString());
    config.put("execution.checkpointing.savepoint-dir", savepoints(folder).toUri().toString());
    config.put("io.tmp.dirs", Files.createDirectories(folder.resolve("tmp")).toString());
    config.putAll(options);
    String yaml =
        config.entrySet().stream()
            .map(option -> option.getKey() + ": \"" + option.getValue() + "\"\n")
            .collect(Collectors.joining());
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("config.yaml"), yaml, StandardCharsets.UTF_8);
    Files.writeString(conf.resolve("log4j2.properties"), LOGGING, StandardCharsets.UTF_8);
    return new FlinkHome(folder, libraries, restPort);
  }

  Path conf() {
    return folder.resolve("conf");
  }

  int restPort() {
    return restPort;
  }

  static Path savepoints(Path folder) {
    return folder.resolve("savepoints");
  }

  /** Flink, and the class that ends the process with its parent, which stands beside this one. */
  String classPath() {
    return libraries + ":" + ownClasses();
  }

  /** Where the classes of this module are. */
  static String ownClasses() {
    return Path.of(FlinkHome.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }

  /** What a JVM of Flink's is started with. */
  List<String> jvmArguments(String heap) {
    List<String> opens =
        OPENS.stream().map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED").toList();
    List<String> all = new ArrayList<>(opens);
    all.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlog4j2.configurationFile=" + conf().resolve("log4j2.properties").toUri()));
    return all;
  }
}
