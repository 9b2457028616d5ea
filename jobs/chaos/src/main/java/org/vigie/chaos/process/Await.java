package org.vigie.chaos.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a condition by asking for it. */
public final class Await {
  private static final long EVERY_MS = 200;

  private Await() {}

  /** Something that can be asked. */
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /**
   * Waits until it holds.
   *
   * @param what for the message
   * @throws IllegalStateException if it does not in time; the last failure of asking is its cause
   */
  public static void until(String what, Duration patience, Condition condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Exception last = null;
    while (System.nanoTime() - deadline < 0) {
      try {
        if (condition.holds()) {
          return;
        }
        last = null;
      } catch (InterruptedException e) {
        throw e;
      } catch (IllegalStateException hopeless) {
        throw hopeless;
      } catch (Exception notYet) {
        last = notYet;
      }
      TimeUnit.MILLISECONDS.sleep(EVERY_MS);
    }
    throw new IllegalStateException("not within " + patience.toSeconds() + " s: " + what, last);
  }
}
