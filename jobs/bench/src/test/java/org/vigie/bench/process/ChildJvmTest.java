package org.vigie.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
  private static final int MORE_THAN_A_PIPE_HOLDS = 1 << 17;

  @TempDir Path directory;

  @Test
  @Timeout(60)
  void endsThoughNobodyReadsWhatItPrintsAndSaysHow() throws IOException, InterruptedException {
    Path log = directory.resolve("talker.log");
    try (ChildJvm child =
        ChildJvm.start(new ChildJvm.Launch("talker", Talker.class, List.of(), List.of("7")), log)) {
      assertThat(child.awaitEnd()).isEqualTo(7);
      assertThat(child.failure("did not come up"))
          .contains("did not come up; it ended with exit code 7; the end of " + log)
          .endsWith("last words");
    }
  }

  @Test
  void saysThatItStillRuns() throws IOException {
    try (ChildJvm child =
        ChildJvm.start(
            new ChildJvm.Launch("listener", Listener.class, List.of(), List.of()),
            directory.resolve("listener.log"))) {
      assertThat(child.failure("takes nothing")).contains("takes nothing; it still runs;");
    }
  }

  /** Prints more than a pipe holds, and ends with the code that it is given. */
  static final class Talker {
    public static void main(String[] arguments) {
      System.out.println("x".repeat(MORE_THAN_A_PIPE_HOLDS));
      System.out.println("last words");
      System.exit(Integer.parseInt(arguments[0]));
    }
  }

  /** Waits for the end of its parent. */
  static final class Listener {
    public static void main(String[] arguments) throws IOException {
      System.in.transferTo(System.out);
    }
  }
}
