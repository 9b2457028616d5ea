package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.SignalCode;

/**
 * When a stage was first seen (DOMAIN §2).
 *
 * @param code the signal code
 * @param timeMs effective time, epoch milliseconds
 */
public record StageTime(SignalCode code, long timeMs) {
  private static final SignalCode[] CODES = SignalCode.values();

  /** Packs it. */
  public void write(ByteWriter out) {
    out.octet(code.ordinal()).signed(timeMs);
  }

  static List<StageTime> readAll(ByteReader in) {
    List<StageTime> all = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      all.add(new StageTime(CODES[in.octet()], in.signed()));
    }
    return all;
  }
}
