package org.vigie.detection.stop;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

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

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Stops",
          "How much a subtask of a stop holds in memory, and how many events of one key may wait to"
              + " be put in order.",
          List.of(
              new DeclaredOption<>(HOT_KEYS, Allowed.numbers(1, 10_000_000), Change.FREE),
              new DeclaredOption<>(DIRTY_KEYS, Allowed.numbers(1, 10_000_000), Change.FREE),
              new DeclaredOption<>(TAIL_INSTANTS, Allowed.numbers(1, 65_536), Change.MEANING),
              new DeclaredOption<>(
                  TAIL_SIZE,
                  Allowed.sizes(MemorySize.parse("1 kb"), MemorySize.parse("64 mb")),
                  Change.MEANING),
              new DeclaredOption<>(ID_SECRET, Allowed.anyNumber(), Change.STATE)));

  private StopOptions() {}
}
