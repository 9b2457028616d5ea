package org.vigie.cli.broker;

/** Why something failed first: what follows is mostly a consequence. */
public final class FirstFailure {
  private String reason = "";

  /** Why; only the first counts. */
  public synchronized void tell(String why) {
    if (reason.isEmpty()) {
      reason = why;
    }
  }

  /** Empty while nothing failed. */
  public synchronized String reason() {
    return reason;
  }
}
