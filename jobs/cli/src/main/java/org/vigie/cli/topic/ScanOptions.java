package org.vigie.cli.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.cli.option.InstantWord;
import picocli.CommandLine.Option;

/** Which part of a topic is read. */
public final class ScanOptions {
  @Option(
      names = "--from",
      paramLabel = "T",
      converter = InstantWord.class,
      description =
          "Only what was recorded at this time (ISO-8601 or epoch milliseconds) or later.")
  private @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = InstantWord.class,
      description = "Only what was recorded before this time.")
  private @Nullable Instant to;

  @Option(names = "--max", paramLabel = "N", description = "At most so many records.")
  private long most = Long.MAX_VALUE;

  /** The part; {@code follow} if reading goes on at the end. */
  public ScanPart part(boolean follow) {
    if (most < 1) {
      throw CommandFailedException.notAllowed("--max " + most, "1 or more");
    }
    long fromMs = from == null ? ScanPart.FROM_THE_BEGINNING : from.toEpochMilli();
    long toMs = to == null ? ScanPart.TO_THE_END : to.toEpochMilli();
    if (fromMs >= toMs) {
      throw CommandFailedException.usage(
          "--from " + from + " is not before --to " + to, "exchange them");
    }
    return new ScanPart(fromMs, toMs, most, follow);
  }
}
