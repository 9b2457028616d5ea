package org.vigie.detection.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** Stops jobs with a savepoint. */
final class Savepoints {
  private static final int TRIES_MAX = 300;

  private Savepoints() {}

  /** Stops a job as soon as all of its tasks run; returns where its savepoint is. */
  static String stop(JobClient job, Path folder) throws Exception {
    String target = folder.resolve("savepoints").toUri().toString();
    for (int tries = 1; ; tries++) {
      try {
        return job.stopWithSavepoint(false, target, SavepointFormatType.CANONICAL).get();
      } catch (ExecutionException e) {
        if (tries == TRIES_MAX) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
  }
}
