package org.vigie.cli;

import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** All that anyone logs in this process, in the form that {@code --log-json} gives it. */
final class LogLines extends AbstractAppender implements AutoCloseable {
  private final List<String> taken = new ArrayList<>();

  private LogLines() {
    super("lines", null, layout(), false, Property.EMPTY_ARRAY);
  }

  /** Listens until it is closed. */
  static LogLines listen() {
    LogLines lines = new LogLines();
    lines.start();
    root().addAppender(lines);
    Configurator.setRootLevel(Level.INFO);
    return lines;
  }

  /** What was logged so far. */
  List<String> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  /** Waits for a line with some text, however long it takes. */
  void await(String text) throws InterruptedException {
    synchronized (taken) {
      while (taken.stream().noneMatch(line -> line.contains(text))) {
        taken.wait();
      }
    }
  }

  @Override
  public void append(LogEvent event) {
    String line = String.valueOf(getLayout().toSerializable(event));
    synchronized (taken) {
      taken.add(line);
      taken.notifyAll();
    }
  }

  @Override
  public void close() {
    root().removeAppender(this);
    Configurator.setRootLevel(Level.WARN);
    stop();
  }

  private static Layout<? extends Serializable> layout() {
    LoggerContext context = new LoggerContext("json");
    context.setConfigLocation(
        URI.create(
            Objects.requireNonNull(Logs.class.getResource("/log4j2-json.properties")).toString()));
    context.start();
    return Objects.requireNonNull(context.getConfiguration().getAppender("stderr").getLayout());
  }

  private static Logger root() {
    return ((LoggerContext) LogManager.getContext(false)).getRootLogger();
  }
}
