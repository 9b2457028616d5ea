package org.vigie.core.route;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.bytes.Matches;
import org.vigie.core.event.MatchedMedia;

/**
 * What SENDER needs of a message as a whole: media and links that lists know, codes in a room, a
 * text with prices.
 *
 * @param media items that a list knows
 * @param links likewise
 * @param linksBeside hashes of other links of a message with known media
 * @param room the room, empty outside of one
 * @param whom named receivers, some of them where there are many
 * @param codes mask of its signal codes, a bit each by ordinal
 * @param isRisky whether it was said in a room, and is what a request to be forgotten waits for
 * @param isMenu whether it is a text with prices
 * @param fingerprint similarity hash of that text
 */
public record Posted(
    String community,
    String account,
    List<MatchedMedia> media,
    List<MatchedMedia> links,
    List<String> linksBeside,
    String room,
    List<String> whom,
    int codes,
    boolean isRisky,
    boolean isMenu,
    long fingerprint,
    Origin origin) {
  private static final int MENU = 1;
  private static final int RISKY = 2;

  public Posted {
    media = List.copyOf(media);
    links = List.copyOf(links);
    linksBeside = List.copyOf(linksBeside);
    whom = List.copyOf(whom);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    out.text(community).text(account);
    Matches.writeAll(media, out);
    Matches.writeAll(links, out);
    writeTexts(linksBeside, out);
    out.text(room);
    writeTexts(whom, out);
    out.number(codes).octet((isMenu ? MENU : 0) | (isRisky ? RISKY : 0)).fixed64(fingerprint);
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static Posted read(ByteReader in, long effectiveMs) {
    String community = in.text();
    String account = in.text();
    List<MatchedMedia> media = Matches.readAll(in);
    List<MatchedMedia> links = Matches.readAll(in);
    List<String> linksBeside = readTexts(in);
    String room = in.text();
    List<String> whom = readTexts(in);
    int codes = in.count();
    int flags = in.octet();
    return new Posted(
        community,
        account,
        media,
        links,
        linksBeside,
        room,
        whom,
        codes,
        (flags & RISKY) != 0,
        (flags & MENU) != 0,
        in.fixed64(),
        Origin.read(in, effectiveMs));
  }

  private static void writeTexts(List<String> texts, ByteWriter out) {
    out.number(texts.size());
    texts.forEach(out::text);
  }

  private static List<String> readTexts(ByteReader in) {
    List<String> texts = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }
}
