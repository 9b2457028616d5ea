package org.vigie.core.route;

import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.bytes.Matches;
import org.vigie.core.event.MatchedMedia;

/** A message of an account with media that lists know: what SENDER needs of it as a whole. */
public record Posted(String community, String account, List<MatchedMedia> media, Origin origin) {
  public Posted {
    media = List.copyOf(media);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    out.text(community).text(account);
    Matches.writeAll(media, out);
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static Posted read(ByteReader in, long effectiveMs) {
    return new Posted(in.text(), in.text(), Matches.readAll(in), Origin.read(in, effectiveMs));
  }
}
