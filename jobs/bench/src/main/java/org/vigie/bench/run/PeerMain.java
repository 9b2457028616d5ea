package org.vigie.bench.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.vigie.bench.process.ParentWatch;

/**
 * The child process: runs one peer once. Arguments: the file with the {@link PeerTask}, the file to
 * write the {@link PeerResult} to, both JSON. Prints {@value #READ} and the number of records read,
 * a line a second.
 */
final class PeerMain {
  /** Begins a line of progress; a profiler may print others. */
  static final String READ = "read ";

  private static final int FAILED = 1;

  private PeerMain() {}

  public static void main(String[] arguments) throws Exception {
    ParentWatch.start();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(FAILED); // threads of Flink would keep a failed peer alive
        });
    ObjectMapper json = new ObjectMapper();
    PeerTask task = json.readValue(Path.of(arguments[0]).toFile(), PeerTask.class);
    PeerResult result = new FlinkRun(task).measure(PeerMain::report);
    json.writeValue(Path.of(arguments[1]).toFile(), result);
    System.exit(0); // Flink's and Kafka's threads are of no more use
  }

  private static void report(long read) {
    System.out.println(READ + read);
  }
}
