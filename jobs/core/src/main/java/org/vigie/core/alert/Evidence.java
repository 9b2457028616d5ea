package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.bytes.Matches;
import org.vigie.core.bytes.Positions;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.event.Position;
import org.vigie.core.event.SignalCode;

/**
 * A reference to an event that a finding rests on; never its text or media.
 *
 * @param codes mask of what mattered, a bit each by ordinal: signal codes of a message, {@link
 *     Act}s of an interaction
 * @param timeMs effective time, epoch milliseconds
 * @param statedMs the time that the event states
 * @param media hashes that lists know, of a finding that rests on them
 */
public record Evidence(
    String eventId,
    Kind kind,
    int codes,
    Position position,
    long timeMs,
    long statedMs,
    List<MatchedMedia> media) {
  /** On the octet of the kind: media follow. */
  private static final int WITH_MEDIA = 0x80;

  private static final Kind[] KINDS = Kind.values();
  private static final SignalCode[] CODES = SignalCode.values();
  private static final Act[] ACTS = Act.values();

  public Evidence {
    media = List.copyOf(media);
  }

  /** Kind of the event. Append only. */
  public enum Kind {
    MESSAGE,
    SESSION,
    INTERACTION
  }

  /** What an interaction was, a report by its category. Append only. */
  public enum Act {
    REQUEST,
    FOLLOW,
    ACCEPT,
    GIFT,
    PAYMENT,
    PAYMENT_REQUEST,
    REPORT,
    GROOMING,
    SEXUAL_SOLICITATION,
    SEXTORTION,
    VIOLENCE,
    ROBBERY,
    EXTORTION,
    DRUGS,
    ABUSE_MATERIAL,
    DRUGGED_ASSAULT,
    IMPERSONATION,
    SPAM,
    OTHER,
    BLOCK,
    DECLINE
  }

  /** Whether the event counts at another time than it states. */
  public boolean clamped() {
    return statedMs != timeMs;
  }

  /** The names of what mattered: signal codes, or what an interaction was. */
  public List<String> codeNames() {
    return kind == Kind.INTERACTION
        ? Arrays.stream(ACTS)
            .filter(act -> (codes & 1 << act.ordinal()) != 0)
            .map(Act::name)
            .toList()
        : codeSet().stream().map(SignalCode::name).toList();
  }

  /** The signal codes of the mask; none of an interaction. */
  public Set<SignalCode> codeSet() {
    EnumSet<SignalCode> set = EnumSet.noneOf(SignalCode.class);
    if (kind == Kind.INTERACTION) {
      return set;
    }
    for (SignalCode code : CODES) {
      if ((codes & 1 << code.ordinal()) != 0) {
        set.add(code);
      }
    }
    return set;
  }

  /** Whether a code of a message mattered. */
  boolean holds(SignalCode code) {
    return kind == Kind.MESSAGE && (codes & 1 << code.ordinal()) != 0;
  }

  /** The same event for other codes. */
  public Evidence withCodes(int otherCodes) {
    return new Evidence(eventId, kind, otherCodes, position, timeMs, statedMs, media);
  }

  /** The same event with the media that matter. */
  public Evidence withMedia(List<MatchedMedia> matched) {
    return new Evidence(eventId, kind, codes, position, timeMs, statedMs, matched);
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    boolean hasMedia = !media.isEmpty();
    out.text(eventId).octet(kind.ordinal() | (hasMedia ? WITH_MEDIA : 0)).number(codes);
    Positions.write(position, out);
    out.signed(timeMs).signed(statedMs - timeMs);
    if (hasMedia) {
      Matches.writeAll(media, out);
    }
  }

  /** Reads what {@link #write} packed. */
  public static Evidence read(ByteReader in) {
    String eventId = in.text();
    int kind = in.octet();
    int codes = in.count();
    Position position = Positions.read(in);
    long timeMs = in.signed();
    long statedMs = timeMs + in.signed();
    return new Evidence(
        eventId,
        KINDS[kind & ~WITH_MEDIA],
        codes,
        position,
        timeMs,
        statedMs,
        (kind & WITH_MEDIA) != 0 ? Matches.readAll(in) : List.of());
  }

  static void writeAll(List<Evidence> all, ByteWriter out) {
    out.number(all.size());
    for (Evidence evidence : all) {
      evidence.write(out);
    }
  }

  static List<Evidence> readAll(ByteReader in) {
    List<Evidence> all = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      all.add(read(in));
    }
    return all;
  }
}
