package org.vigie.core.route;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.alert.Evidence;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * What a target of a banned account is told of the ban, on its way through their pair.
 *
 * @param account the banned account
 * @param accountTag its tag
 * @param targetTag of the target
 * @param change whether the ban begins, has another end, or is over
 * @param devices tokens of the banned account's devices that can join it with others
 * @param evidence the event that said so
 */
public record BanMark(
    String community,
    String account,
    long accountTag,
    long targetTag,
    Change change,
    Ban ban,
    List<String> devices,
    Evidence evidence) {
  private static final Change[] CHANGES = Change.values();

  /** What becomes of the mark. */
  public enum Change {
    BEGINS,
    CHANGES_END,
    IS_OVER
  }

  public BanMark {
    devices = List.copyOf(devices);
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out) {
    out.text(community)
        .text(account)
        .fixed64(accountTag)
        .fixed64(targetTag)
        .octet(change.ordinal());
    ban.write(out);
    writeDevices(devices, out);
    evidence.write(out);
  }

  /** Reads what {@link #write} packed. */
  public static BanMark read(ByteReader in) {
    return new BanMark(
        in.text(),
        in.text(),
        in.fixed64(),
        in.fixed64(),
        CHANGES[in.octet()],
        Ban.read(in),
        readDevices(in),
        Evidence.read(in));
  }

  /** Packs tokens of devices. */
  public static void writeDevices(List<String> devices, ByteWriter out) {
    out.number(devices.size());
    devices.forEach(out::text);
  }

  /** Reads what {@link #writeDevices} packed. */
  public static List<String> readDevices(ByteReader in) {
    List<String> devices = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      devices.add(in.text());
    }
    return devices;
  }
}
