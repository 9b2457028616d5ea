package org.vigie.bench.stream;

import java.time.Duration;
import java.util.List;

/** What stands on the broker before any peer runs: the same settings give the same bytes. */
public sealed interface WrittenStream permits StreamSpec, WorldSpec {
  /** The topics that hold it, which all peers read. */
  List<String> topics();

  /**
   * How far, in event time, a partition may be read ahead of the slowest: some half a second of
   * work.
   */
  Duration drift();

  /**
   * Writes it.
   *
   * @return what was counted on the way
   */
  StreamFacts write(TopicWriter writer);
}
