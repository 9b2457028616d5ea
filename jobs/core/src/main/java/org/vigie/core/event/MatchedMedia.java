package org.vigie.core.event;

import java.util.Comparator;

/**
 * A media item that a list knows, by its hash; never the media.
 *
 * @param match what the list says of it, never {@link ListMatch#NONE}
 */
public record MatchedMedia(String hash, ListMatch match) {
  /** Exact matches of verified lists first, then by hash. */
  public static final Comparator<MatchedMedia> GRAVEST_FIRST =
      Comparator.comparing((MatchedMedia item) -> !item.isExact() || !item.match().verified())
          .thenComparing(MatchedMedia::hash)
          .thenComparing(item -> item.match().list())
          .thenComparing(item -> item.match().method())
          .thenComparing(item -> item.match().verified());

  private boolean isExact() {
    return match.method() == ListMatch.Method.EXACT;
  }
}
