package org.vigie.core.bytes;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.MatchedMedia;

/** Packs media that lists know. */
public final class Matches {
  private static final ListMatch.Method[] METHODS = ListMatch.Method.values();

  private Matches() {}

  /** Packs them all. */
  public static void writeAll(List<MatchedMedia> media, ByteWriter out) {
    out.number(media.size());
    for (MatchedMedia item : media) {
      out.text(item.hash()).text(item.match().list()).flag(item.match().verified());
      out.octet(item.match().method().ordinal());
    }
  }

  /** Reads what {@link #writeAll} packed. */
  public static List<MatchedMedia> readAll(ByteReader in) {
    List<MatchedMedia> media = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      String hash = in.text();
      media.add(new MatchedMedia(hash, new ListMatch(in.text(), in.flag(), METHODS[in.octet()])));
    }
    return media;
  }
}
