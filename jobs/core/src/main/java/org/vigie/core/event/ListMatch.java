package org.vigie.core.event;

/**
 * A match of a media item or link with a hash list.
 *
 * @param list name of the list, {@link Unknown#ID} without a match
 * @param verified whether the list's entries were verified by people
 * @param method how it was matched
 */
public record ListMatch(String list, boolean verified, Method method) {
  /** No list knows the item. */
  public static final ListMatch NONE = new ListMatch(Unknown.ID, false, Method.NONE);

  /** How it was matched. */
  public enum Method {
    NONE,
    EXACT,
    PERCEPTUAL
  }
}
