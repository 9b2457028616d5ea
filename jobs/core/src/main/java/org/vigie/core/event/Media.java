package org.vigie.core.event;

/**
 * A media item by its hash; never the media.
 *
 * @param match what lists say of it, {@link ListMatch#NONE} if nothing
 */
public record Media(String hash, Kind kind, ListMatch match) {
  /** Kind of the item. */
  public enum Kind {
    IMAGE,
    VIDEO,
    AUDIO,
    FILE
  }
}
