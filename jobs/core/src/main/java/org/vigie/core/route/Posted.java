package org.vigie.core.route;

import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.bytes.Matches;
import org.vigie.core.event.MatchedMedia;

/**
 * A message of an account with media or links that lists know, or with codes in a room: what SENDER
 * needs of it as a whole.
 *
 * @param media items that a list knows
 * @param links likewise
 * @param room the room, empty outside of one
 * @param codes mask of the signal codes of a message in a room, a bit each by ordinal
 */
public record Posted(
    String community,
    String account,
    List<MatchedMedia> media,
    List<MatchedMedia> links,
    String room,
    int codes,
    Origin origin) {
  public Posted {
    media = List.copyOf(media);
    links = List.copyOf(links);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    out.text(community).text(account);
    Matches.writeAll(media, out);
    Matches.writeAll(links, out);
    out.text(room).number(codes);
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static Posted read(ByteReader in, long effectiveMs) {
    return new Posted(
        in.text(),
        in.text(),
        Matches.readAll(in),
        Matches.readAll(in),
        in.text(),
        in.count(),
        Origin.read(in, effectiveMs));
  }
}
