package org.vigie.bench.stream;

import java.util.List;

/** What stands on the broker before any peer runs: the same settings give the same bytes. */
public sealed interface WrittenStream permits StreamSpec, WorldSpec {
  /** The topics that hold it, which all peers read. */
  List<String> topics();

  /**
   * Writes it.
   *
   * @return what was counted on the way
   */
  StreamFacts write(TopicWriter writer);
}
