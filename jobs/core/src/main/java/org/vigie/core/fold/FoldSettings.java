package org.vigie.core.fold;

/**
 * Bounds of a tail.
 *
 * @param rootsMax distinct instants that may wait in a tail; more force the oldest into the core
 * @param tailBytesMax bytes that may wait in a tail
 */
public record FoldSettings(int rootsMax, int tailBytesMax) {
  /** K = 256 instants, 256 KiB. */
  public static final FoldSettings DEFAULT = new FoldSettings(256, 256 * 1024);

  public FoldSettings {
    if (rootsMax < 1 || tailBytesMax < 1) {
      throw new IllegalArgumentException("a tail must have room for one instant");
    }
  }
}
