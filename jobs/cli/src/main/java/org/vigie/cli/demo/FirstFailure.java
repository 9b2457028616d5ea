package org.vigie.cli.demo;

/** Why something failed first: what follows is mostly a consequence. */
final class FirstFailure {
  private String reason = "";

  synchronized void tell(String why) {
    if (reason.isEmpty()) {
      reason = why;
    }
  }

  /** Empty while nothing failed. */
  synchronized String reason() {
    return reason;
  }
}
