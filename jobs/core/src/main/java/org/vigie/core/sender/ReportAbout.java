package org.vigie.core.sender;

import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/** A violent report about the account, by someone who counts. */
record ReportAbout(Counterpart reporter, long timeMs, Evidence evidence, long recordedMs) {
  void write(ByteWriter out) {
    reporter.write(out);
    out.signed(timeMs);
    evidence.write(out);
    out.signed(recordedMs);
  }

  static ReportAbout read(ByteReader in) {
    return new ReportAbout(Counterpart.read(in), in.signed(), Evidence.read(in), in.signed());
  }
}
