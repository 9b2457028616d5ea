package org.vigie.detection.log;

import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

/**
 * The catalogue of everything that our code logs. Ids never change; a line holds counts, codes,
 * options without secrets and places in topics, and never an id, a key or a text of a person. What
 * checks tell has codes below 2000.
 */
public enum LogEvent {
  /** The job was put together. */
  JOB_CONNECTED(
      "VIGIE-2006",
      Level.INFO,
      "the job was put together with {}",
      "At each start: the options given, secrets masked."),
  /** The job goes on from a checkpoint or savepoint that it found itself. */
  GOING_ON(
      "VIGIE-2007",
      Level.INFO,
      "going on from {}",
      "At a start with vigie.start.newest-checkpoint: which checkpoint or savepoint was taken."),
  /** Records were refused. */
  RECORDS_REFUSED(
      "VIGIE-2001",
      Level.WARN,
      "{} records were refused since the last checkpoint: {}",
      "At most once a checkpoint and reader: vigie deadletters ls says more."),
  /** The promise about order did not hold. */
  ORDER_LOST(
      "VIGIE-2002",
      Level.WARN,
      "at {}, since the last checkpoint: {} instants settled early, {} inputs overtaken, {} dropped",
      "At most once a checkpoint and subtask: alerts of those keys say so; docs/metrics.md says"
          + " what to look for."),
  /** The brokers could not say where partitions end. */
  LOG_ENDS_UNKNOWN(
      "VIGIE-2003",
      Level.WARN,
      "whether {} partitions without a record so far have any is not known: {}",
      "At most once a reader after it is given partitions: until a record of theirs comes they hold"
          + " time back for vigie.time.idle-after. The brokers did not answer, or the job may not"
          + " describe its consumer group."),
  /** A checkpoint that should have been gone on from is damaged. */
  CHECKPOINT_UNREADABLE(
      "VIGIE-2004",
      Level.WARN,
      "{} can't be read ({}): going back to the one before",
      "At a start with vigie.start.newest-checkpoint: what came after the older one is read and"
          + " judged again, and settles the same alerts as long as the topics keep it. Look to the"
          + " disk."),
  /** The job was told to forget. */
  STATE_FORGOTTEN(
      "VIGIE-2005",
      Level.WARN,
      "started without state although {}",
      "At a start with vigie.start.without-state: docs/options.md says what that voids. Take the"
          + " option away once the job has a checkpoint.");

  private final String id;
  private final Level level;
  private final String message;
  private final String meaning;

  LogEvent(String id, Level level, String message, String meaning) {
    this.id = id;
    this.level = level;
    this.message = message;
    this.meaning = meaning;
  }

  /** Its stable id, which is also the marker of its lines. */
  public String id() {
    return id;
  }

  /** How loud it is. */
  public Level level() {
    return level;
  }

  /** Its text, with braces for what differs. */
  public String message() {
    return message;
  }

  /** When it is logged, and what to do. */
  public String meaning() {
    return meaning;
  }

  /**
   * Logs it.
   *
   * @param values counts, codes and options: nothing that a platform sent
   */
  public void log(Logger logger, Object... values) {
    Marker marker = MarkerFactory.getMarker(id);
    String text = id + " " + message;
    switch (level) {
      case INFO -> logger.info(marker, text, values);
      case WARN -> logger.warn(marker, text, values);
      case ERROR, DEBUG, TRACE -> throw new IllegalStateException(level + " is not in use");
    }
  }
}
