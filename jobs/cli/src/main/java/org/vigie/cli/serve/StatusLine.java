package org.vigie.cli.serve;

import java.util.Locale;
import org.vigie.cli.console.Progress;

/** What a job has done so far, in one line. */
final class StatusLine {
  private final Progress progress;
  private final JobCounts counts;
  private final String log;
  private String shown = "";

  /**
   * The line of a job.
   *
   * @param log where to look for why it restarted
   */
  StatusLine(Progress progress, JobCounts counts, String log) {
    this.progress = progress;
    this.counts = counts;
    this.log = log;
  }

  /** Shows it if it has changed: a service that nobody uses stays quiet. */
  void show() {
    String line = line();
    if (!line.equals(shown) && progress.show(line)) {
      shown = line;
    }
  }

  /** Makes room for other lines. */
  void clear() {
    progress.clear();
  }

  /** The line now. */
  String line() {
    long restarts = counts.restarts();
    long lost = counts.count(JobCounts.Figure.LOST);
    return String.format(
        Locale.ROOT,
        "%,d events read, %,d dead letters, %,d settled revisions of alerts%s%s",
        counts.count(JobCounts.Figure.EVENTS),
        counts.count(JobCounts.Figure.DEAD_LETTERS),
        counts.count(JobCounts.Figure.REVISIONS),
        lost == 0 ? "" : ", TRANSACTIONS LOST: " + lost,
        restarts == 0 ? "" : ", job restarted %d times (log: %s)".formatted(restarts, log));
  }
}
