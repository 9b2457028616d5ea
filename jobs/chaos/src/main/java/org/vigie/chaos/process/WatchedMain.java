package org.vigie.chaos.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another class's {@code main}, and ends the JVM when its standard input ends, which is when
 * the process that started it is gone, even by kill -9: so that no part of a cluster is left
 * behind.
 */
final class WatchedMain {
  private static final int PARENT_GONE = 3;

  private WatchedMain() {}

  /**
   * Runs it.
   *
   * @param arguments the class, then its arguments
   */
  public static void main(String[] arguments) throws Throwable {
    Thread watch = new Thread(WatchedMain::haltAtEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes.
      }
    } catch (IOException e) {
      System.err.println("standard input broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(PARENT_GONE);
  }
}
