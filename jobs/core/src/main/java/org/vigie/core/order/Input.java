package org.vigie.core.order;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One input of a stop, as it travels between stops and waits in a tail.
 *
 * @param stop the receiving stop
 * @param key the receiving key
 * @param root the instant it belongs to
 * @param path which of the root's inputs it is
 * @param amends whether the producer sent this (root, path) before: a replacement or a tombstone
 * @param payload what the stop reads; null in a tombstone, which takes the input back
 */
public record Input(
    StopName stop, Key key, Root root, Path path, boolean amends, byte @Nullable [] payload) {
  /** The payload of an input that is no tombstone. */
  public byte[] content() {
    if (payload == null) {
      throw new IllegalStateException("a tombstone has no content");
    }
    return payload;
  }

  /** Whether it takes an earlier input of the same (root, path) back. */
  public boolean isTombstone() {
    return payload == null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Input that
        && stop == that.stop
        && key.equals(that.key)
        && root.equals(that.root)
        && path.equals(that.path)
        && amends == that.amends
        && Arrays.equals(payload, that.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(stop, key, root, path, amends, Arrays.hashCode(payload));
  }
}
