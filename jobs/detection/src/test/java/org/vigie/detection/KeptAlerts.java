package org.vigie.detection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.vigie.alert.Alert;
import org.vigie.schemas.JsonLineWriter;

/** Keeps alerts in this process, by the name of the run. */
public final class KeptAlerts implements Sink<Alert> {
  private static final long serialVersionUID = 1L;
  private static final Map<String, Queue<String>> KEPT = new ConcurrentHashMap<>();

  private final String run;

  /** A sink of one run. */
  public KeptAlerts(String run) {
    this.run = run;
  }

  /** Alerts as JSON lines, those of one subtask in the order in which they came. */
  public List<String> inOrder() {
    return new ArrayList<>(kept(run));
  }

  /** Settled revisions as JSON lines, sorted. */
  public List<String> revisions() {
    List<String> revisions = new ArrayList<>(kept(run));
    revisions.sort(String::compareTo);
    return revisions;
  }

  @Override
  public SinkWriter<Alert> createWriter(WriterInitContext context) {
    return new Writer(kept(run));
  }

  private static Queue<String> kept(String run) {
    return KEPT.computeIfAbsent(run, missing -> new ConcurrentLinkedQueue<>());
  }

  private record Writer(Queue<String> kept) implements SinkWriter<Alert> {
    @Override
    public void write(Alert alert, Context context) {
      kept.add(new String(new JsonLineWriter().write(alert), StandardCharsets.UTF_8));
    }

    @Override
    public void flush(boolean endOfInput) {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
