package org.vigie.core.alert;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.age.AgeView;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;

/**
 * The other side of a finding.
 *
 * @param age what is believed of its age, as of the finding
 * @param messages messages between the two, either way, when the pair last did something notable
 * @param firstMs first act of the pair, {@link Unknown#TIME} if unknown
 * @param lastMs last act of the pair by then, likewise
 */
public record Counterpart(
    String account, Role role, AgeView age, long messages, long firstMs, long lastMs) {
  private static final Role[] ROLES = Role.values();

  /** This with what another entry of the account knows of how the two began, if this does not. */
  public Counterpart withBeginningOf(Counterpart other) {
    return firstMs == Unknown.TIME
        ? new Counterpart(
            account, role, age, other.messages, other.firstMs, Math.max(lastMs, other.lastMs))
        : this;
  }

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(account).octet(role.ordinal());
    age.write(out);
    out.number(messages).signed(firstMs).signed(lastMs);
  }

  /** Reads what {@link #write} packed. */
  public static Counterpart read(ByteReader in) {
    return new Counterpart(
        in.text(), ROLES[in.octet()], AgeView.read(in), in.number(), in.signed(), in.signed());
  }

  static void writeAll(List<Counterpart> all, ByteWriter out) {
    out.number(all.size());
    for (Counterpart counterpart : all) {
      counterpart.write(out);
    }
  }

  static List<Counterpart> readAll(ByteReader in) {
    List<Counterpart> all = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      all.add(read(in));
    }
    return all;
  }
}
