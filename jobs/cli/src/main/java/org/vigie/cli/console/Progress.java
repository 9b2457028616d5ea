package org.vigie.cli.console;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells how far something is: on a terminal one line that is written over, else a line every ten
 * seconds.
 */
public final class Progress {
  private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean isTerminal;
  private long shownNanos;
  private boolean shown;

  Progress(PrintStream err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
    this.shownNanos = System.nanoTime();
  }

  /**
   * Shows it, if it is time to.
   *
   * @return whether it was
   */
  public boolean show(String line) {
    long nowNanos = System.nanoTime();
    Duration every = isTerminal ? ON_A_TERMINAL : ELSEWHERE;
    if (nowNanos - shownNanos < every.toNanos()) {
      return false;
    }
    shownNanos = nowNanos;
    if (isTerminal) {
      err.print(CLEAR_LINE + line);
      err.flush();
      shown = true;
    } else {
      err.println(line);
    }
    return true;
  }

  /** Makes room for other lines. */
  public void clear() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
      shown = false;
    }
  }
}
