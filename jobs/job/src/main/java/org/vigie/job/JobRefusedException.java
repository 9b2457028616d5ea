package org.vigie.job;

import java.util.List;

/**
 * The job can't start as it is asked to. Flink's client and JobManager show the message and end
 * with an exit code above zero; a stack would only hide it.
 */
public final class JobRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** All that is wrong, each with its remedy. */
  public JobRefusedException(List<String> problems) {
    super("Vigie does not start:\n  " + String.join("\n  ", problems), null, false, false);
  }
}
