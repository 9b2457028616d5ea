package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.SessionEvent.AccountKind;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.Kind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.SessionEvent.Role;
import org.vigie.core.event.SessionEvent.RoleSource;
import org.vigie.core.event.Unknown;

/** What a session event says of one account, for the stops that keep a profile of it. */
public record AccountLife(
    String community,
    String account,
    Kind kind,
    AccountKind accountKind,
    String device,
    DeviceKind deviceKind,
    NetworkKind networkKind,
    AgeClaim age,
    Role role,
    RoleSource roleSource,
    String linkedAccount,
    String room,
    String banReason,
    long banUntilMs,
    Origin origin) {
  private static final Kind[] KINDS = Kind.values();
  private static final AccountKind[] ACCOUNT_KINDS = AccountKind.values();
  private static final DeviceKind[] DEVICE_KINDS = DeviceKind.values();
  private static final NetworkKind[] NETWORK_KINDS = NetworkKind.values();
  private static final AgeClaim.Source[] SOURCES = AgeClaim.Source.values();
  private static final Role[] ROLES = Role.values();
  private static final RoleSource[] ROLE_SOURCES = RoleSource.values();

  /** The age statement that it carries, dated truly unless the date lies ahead. */
  public AgeStated ageStated(long effectiveMs) {
    long dateMs = Math.min(origin.statedMs(), effectiveMs);
    return new AgeStated(community, account, age, dateMs, origin);
  }

  /** Whether it says that its device is shared, or on a network that many use. */
  public boolean joinsNobody() {
    return deviceKind == DeviceKind.SHARED
        || networkKind == NetworkKind.SCHOOL
        || networkKind == NetworkKind.PUBLIC;
  }

  /** Packs it without its payload kind. */
  public void write(ByteWriter out, long effectiveMs) {
    out.text(community).text(account).octet(kind.ordinal()).octet(accountKind.ordinal());
    out.text(device).octet(deviceKind.ordinal()).octet(networkKind.ordinal());
    writeAge(age, out);
    out.octet(role.ordinal()).octet(roleSource.ordinal()).text(linkedAccount).text(room);
    if (kind == Kind.BANNED) {
      out.text(banReason).time(banUntilMs);
    }
    origin.write(out, effectiveMs);
  }

  /** Reads what {@link #write} packed. */
  public static AccountLife read(ByteReader in, long effectiveMs) {
    String community = in.text();
    String account = in.text();
    Kind kind = KINDS[in.octet()];
    boolean isBan = kind == Kind.BANNED;
    return new AccountLife(
        community,
        account,
        kind,
        ACCOUNT_KINDS[in.octet()],
        in.text(),
        DEVICE_KINDS[in.octet()],
        NETWORK_KINDS[in.octet()],
        readAge(in),
        ROLES[in.octet()],
        ROLE_SOURCES[in.octet()],
        in.text(),
        in.text(),
        isBan ? in.text() : Unknown.ID,
        isBan ? in.time() : Unknown.TIME,
        Origin.read(in, effectiveMs));
  }

  static void writeAge(AgeClaim age, ByteWriter out) {
    out.octet(age.source().ordinal()).signed(age.minYears()).signed(age.maxYears());
  }

  static AgeClaim readAge(ByteReader in) {
    AgeClaim.Source source = SOURCES[in.octet()];
    return new AgeClaim((int) in.signed(), (int) in.signed(), source);
  }
}
