package org.vigie.bench;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Says what is going on, without flooding a log: steps at most every five seconds. */
final class Progress {
  private static final long STEP_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final PrintStream out;
  private long lastNanos = System.nanoTime();

  Progress(PrintStream out) {
    this.out = out;
  }

  /** Something that is always shown. */
  void say(String text) {
    lastNanos = System.nanoTime();
    out.println(text);
  }

  /** Something that is shown if nothing was for a while. */
  void step(String text) {
    if (System.nanoTime() - lastNanos >= STEP_EVERY_NANOS) {
      say(text);
    }
  }
}
