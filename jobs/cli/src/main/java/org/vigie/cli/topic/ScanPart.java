package org.vigie.cli.topic;

/**
 * Part of a topic.
 *
 * @param fromMs recorded at this time or later, epoch milliseconds
 * @param toMs recorded before this time
 * @param recordsMax at most so many
 * @param follow whether reading goes on at the end
 */
public record ScanPart(long fromMs, long toMs, long recordsMax, boolean follow) {
  /** However old. */
  public static final long FROM_THE_BEGINNING = Long.MIN_VALUE;

  /** However young. */
  public static final long TO_THE_END = Long.MAX_VALUE;
}
