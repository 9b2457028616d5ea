package org.vigie.core.recipient;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.route.Ban;

/**
 * The ban of an account, and who was told of it.
 *
 * @param told tags of those who acted towards it before: no more than it has contacts
 */
record OwnBan(Ban ban, long[] told) {
  static final OwnBan NONE = new OwnBan(Ban.NONE, new long[0]);

  boolean isPresent() {
    return !ban.equals(Ban.NONE);
  }

  void write(ByteWriter out) {
    ban.write(out);
    if (isPresent()) {
      out.number(told.length);
      for (long tag : told) {
        out.fixed64(tag);
      }
    }
  }

  static OwnBan read(ByteReader in) {
    Ban ban = Ban.read(in);
    if (ban.equals(Ban.NONE)) {
      return NONE;
    }
    long[] told = new long[in.count()];
    for (int i = 0; i < told.length; i++) {
      told[i] = in.fixed64();
    }
    return new OwnBan(ban, told);
  }
}
