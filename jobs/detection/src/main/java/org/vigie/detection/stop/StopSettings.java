package org.vigie.detection.stop;

import java.io.Serializable;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.core.fold.FoldSettings;

/**
 * How stops run.
 *
 * @param hotKeys keys that a subtask keeps unpacked
 * @param dirtyKeys hot keys whose state may be newer than what is stored
 * @param tailInstants instants of a key that may wait to be put in order
 * @param tailBytes bytes of a key that may wait
 * @param idSecret secret under which ids are hashed
 * @param endOfDataMs greatest effective time of a bounded run, {@link #NO_END} without one: at the
 *     end of data what is due by then happens, and nothing later
 */
public record StopSettings(
    int hotKeys, int dirtyKeys, int tailInstants, int tailBytes, long idSecret, long endOfDataMs)
    implements Serializable {
  /** The end of data is not a time. */
  public static final long NO_END = Long.MIN_VALUE;

  public StopSettings {
    if (hotKeys < 1 || dirtyKeys < 1 || tailInstants < 1 || tailBytes < 1) {
      throw new IllegalArgumentException(
          "vigie.stop.hot-keys, dirty-keys, tail-instants and tail-size must be at least 1");
    }
  }

  /** As configured, without an end. */
  public static StopSettings from(ReadableConfig config) {
    return new StopSettings(
        config.get(StopOptions.HOT_KEYS),
        config.get(StopOptions.DIRTY_KEYS),
        config.get(StopOptions.TAIL_INSTANTS),
        Math.toIntExact(config.get(StopOptions.TAIL_SIZE).getBytes()),
        config.get(StopOptions.ID_SECRET),
        NO_END);
  }

  /** The same for a run whose greatest effective time is known. */
  public StopSettings endingAt(long timeMs) {
    return new StopSettings(hotKeys, dirtyKeys, tailInstants, tailBytes, idSecret, timeMs);
  }

  /** The same with other bounds on what may wait to be put in order. */
  public StopSettings withTails(int instants, int bytes) {
    return new StopSettings(hotKeys, dirtyKeys, instants, bytes, idSecret, endOfDataMs);
  }

  FoldSettings foldSettings() {
    return new FoldSettings(tailInstants, tailBytes);
  }
}
