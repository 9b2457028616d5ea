package org.vigie.core.sender;

import java.util.Comparator;
import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.route.Ban;
import org.vigie.core.route.BanMark;

/**
 * The account was a target of a banned one.
 *
 * @param banned the banned account
 * @param devices tokens of its devices that can join it with others
 * @param evidence what began the ban
 */
record Mark(String banned, Ban ban, List<String> devices, Evidence evidence) {
  static final Comparator<Mark> OLDEST_FIRST =
      Comparator.comparing(Mark::evidence, Evidences.OLDEST_FIRST).thenComparing(Mark::banned);

  Mark {
    devices = List.copyOf(devices);
  }

  Mark with(Ban other) {
    return new Mark(banned, other, devices, evidence);
  }

  void write(ByteWriter out) {
    out.text(banned);
    ban.write(out);
    BanMark.writeDevices(devices, out);
    evidence.write(out);
  }

  static Mark read(ByteReader in) {
    return new Mark(in.text(), Ban.read(in), BanMark.readDevices(in), Evidence.read(in));
  }
}
