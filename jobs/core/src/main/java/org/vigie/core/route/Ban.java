package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;

/**
 * The ban of an account for a harm (page 0012 ¶77).
 *
 * @param dateMs since when, truly; {@link Unknown#TIME} without a ban
 * @param untilMs when it ends, {@link Unknown#TIME} if that was not said
 */
public record Ban(long dateMs, long untilMs) {
  /** How long a ban is remembered, milliseconds. */
  public static final long KEPT_MS = 90 * 24 * 3_600_000L;

  /** No ban. */
  public static final Ban NONE = new Ban(Unknown.TIME, Unknown.TIME);

  private static final String NO_HARM = "OTHER";

  /** Whether there is one at a time. */
  public boolean isInForce(long nowMs) {
    return dateMs != Unknown.TIME
        && nowMs - dateMs < KEPT_MS
        && (untilMs == Unknown.TIME || nowMs < untilMs);
  }

  /** The ban once an event of the account's life is taken in. */
  public Ban after(AccountLife life, long nowMs) {
    if (life.kind() == SessionEvent.Kind.RESTORED) {
      return NONE;
    }
    boolean isForHarm = Unknown.isKnown(life.banReason()) && !life.banReason().equals(NO_HARM);
    if (life.kind() != SessionEvent.Kind.BANNED || !isForHarm) {
      return this;
    }
    long beganMs = isInForce(nowMs) ? dateMs : Math.min(life.origin().statedMs(), nowMs);
    return new Ban(beganMs, life.banUntilMs());
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    out.time(dateMs).time(untilMs);
  }

  /** Reads what {@link #write} packed. */
  public static Ban read(ByteReader in) {
    return new Ban(in.time(), in.time());
  }
}
