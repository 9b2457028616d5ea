package org.vigie.detection.replay;

/** The job over the files failed: a defect, or a disk that is full. */
public final class ReplayFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  ReplayFailedException(Throwable cause) {
    super("the job over the files failed: " + rootOf(cause), cause);
  }

  private static Throwable rootOf(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
