package org.vigie.core.route;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.ListMatch;

/** A message of an account with media that lists know: what SENDER needs of it as a whole. */
public record Posted(String community, String account, List<ListMatch> matches, Origin origin) {
  private static final ListMatch.Method[] METHODS = ListMatch.Method.values();

  public Posted {
    matches = List.copyOf(matches);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    out.text(community).text(account).number(matches.size());
    for (ListMatch match : matches) {
      out.text(match.list()).flag(match.verified()).octet(match.method().ordinal());
    }
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static Posted read(ByteReader in, long effectiveMs) {
    String community = in.text();
    String account = in.text();
    List<ListMatch> matches = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      matches.add(new ListMatch(in.text(), in.flag(), METHODS[in.octet()]));
    }
    return new Posted(community, account, matches, Origin.read(in, effectiveMs));
  }
}
