package org.vigie.core.sender;

import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Table;

/** A media item or link that a list knows: a row of {@link Table#KNOWN_MEDIA}. */
record KnownMedia(long hash, boolean exact, boolean verified, Evidence evidence) {
  long timeMs() {
    return evidence.timeMs();
  }

  /** The hash, whether it matches exactly, whether people verified the list. */
  long column(int column) {
    return switch (column) {
      case 0 -> hash;
      case 1 -> AccountFacts.flag(exact);
      case 2 -> AccountFacts.flag(verified);
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  void write(ByteWriter out) {
    out.fixed64(hash).flag(exact).flag(verified);
    evidence.write(out);
  }

  static KnownMedia read(ByteReader in) {
    return new KnownMedia(in.fixed64(), in.flag(), in.flag(), Evidence.read(in));
  }
}
