package org.vigie.cli.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.ExitCode;

/**
 * Makes of Ctrl-C and of a polite kill something that a command can wait for, so that it ends in
 * its own order. A JVM's shutdown hooks could not do that: they run all at once, and Flink's take
 * its files away while a savepoint is written.
 *
 * <p>A second signal ends the process as Java would have, a third one at once.
 */
final class Interrupts {
  private static final String[] SIGNALS = {"INT", "TERM"};

  private final CountDownLatch came = new CountDownLatch(1);
  private final AtomicInteger count = new AtomicInteger();

  private Interrupts() {}

  /** Signals from now on are taken here; where the JVM has none, it ends as ever. */
  static Interrupts take() {
    Interrupts interrupts = new Interrupts();
    for (String signal : SIGNALS) {
      interrupts.take(signal);
    }
    return interrupts;
  }

  /** Whether there was one, or is within a while. */
  boolean within(long ms) throws InterruptedException {
    return came.await(ms, TimeUnit.MILLISECONDS);
  }

  /** As a signal does. */
  void interrupt() {
    int signals = count.incrementAndGet();
    came.countDown();
    if (signals == 2) {
      // On a thread of its own: the hooks may wait for what waits for this one.
      new Thread(() -> System.exit(ExitCode.INTERRUPTED), "second-interrupt").start();
    } else if (signals > 2) {
      Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
    }
  }

  /** By reflection: the compiler warns of the class's name, and warnings are errors here. */
  private void take(String name) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler told = (self, method, arguments) -> told(method);
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, told);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException notHere) {
      // Another kind of JVM, or one started with -Xrs: then Java's own end has to do.
      return;
    }
  }

  private @Nullable Object told(Method method) {
    return switch (method.getName()) {
      case "hashCode" -> System.identityHashCode(this);
      case "equals" -> false;
      case "toString" -> "interrupts";
      default -> {
        interrupt();
        yield null;
      }
    };
  }
}
