package org.vigie.detection.stop;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;

/** Options of the stops. */
public final class StopOptions {
  /** Size of the cache. */
  public static final ConfigOption<Integer> HOT_KEYS =
      key("vigie.stop.hot-keys")
          .intType()
          .defaultValue(16384)
          .withDescription(
              "Keys that each subtask of a stop keeps unpacked on the heap: some 1 KB a recipient or"
                  + " pair, 3 KB a sender.");

  /** How much a checkpoint has to write at most. */
  public static final ConfigOption<Integer> DIRTY_KEYS =
      key("vigie.stop.dirty-keys")
          .intType()
          .defaultValue(4096)
          .withDescription(
              "Hot keys of a subtask whose newest state is not yet written; more are written back"
                  + " at once, so that the flush before a checkpoint stays short.");

  /** K. */
  public static final ConfigOption<Integer> TAIL_INSTANTS =
      key("vigie.stop.tail-instants")
          .intType()
          .defaultValue(256)
          .withDescription(
              "Instants of one key that may wait to be put in order; with more, the oldest are"
                  + " settled early, counted and marked on the alerts of the key.");

  /** Size of a tail. */
  public static final ConfigOption<MemorySize> TAIL_SIZE =
      key("vigie.stop.tail-size")
          .memoryType()
          .defaultValue(MemorySize.parse("256 kb"))
          .withDescription("Bytes of one key that may wait to be put in order.");

  /** Secret of the hashes. */
  public static final ConfigOption<Long> ID_SECRET =
      key("vigie.stop.id-secret")
          .longType()
          .defaultValue(0L)
          .withDescription(
              "Secret number under which ids are hashed, so that nobody can choose ids that"
                  + " collide. Part of the state: it can't change while state is kept.");

  private StopOptions() {}
}
