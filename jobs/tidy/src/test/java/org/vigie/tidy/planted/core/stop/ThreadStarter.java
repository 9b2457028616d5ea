package org.vigie.tidy.planted.core.stop;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Breaks the wall: core starts threads, draws numbers and shares maps. */
final class ThreadStarter {
  private ThreadStarter() {}

  static Thread start() {
    return new Thread(() -> {});
  }

  /** Even a seeded generator: draws are not part of a fold. */
  static final class NumberDrawer {
    private NumberDrawer() {}

    static int draw() {
      return new Random(1).nextInt();
    }
  }

  /** A map for several threads. */
  static final class ConcurrentMap {
    private ConcurrentMap() {}

    static Map<String, String> map() {
      return new ConcurrentHashMap<>();
    }
  }
}
