package org.vigie.core.sender;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeBelief;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.SessionEvent.AccountKind;
import org.vigie.core.event.SessionEvent.Role;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.route.Ban;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.SeenEvents;

/** What is kept of an account as an actor. */
final class SenderState {
  private static final int VERSION = 6;
  private static final AccountKind[] KINDS = AccountKind.values();
  private static final Role[] ROLES = Role.values();
  private static final Via[] VIAS = Via.values();

  /** Names of the account, learned from the first input. */
  String community = Unknown.ID;

  String account = Unknown.ID;
  AccountKind kind = AccountKind.UNKNOWN;
  AgeBelief belief = new AgeBelief();
  long createdMs = Unknown.TIME;

  /** Since when the account is deleted and nothing concerned it, or {@link Unknown#TIME}. */
  long quietSinceMs = Unknown.TIME;

  /** Opening of the newest contact that had to go for newer ones, or {@link Unknown#TIME}. */
  long lostContactMs = Unknown.TIME;

  /** Newest event of a pair that had to go for others, or {@link Unknown#TIME}. */
  long lostSignsMs = Unknown.TIME;

  /** When it last said or shared what a request to be forgotten waits for. */
  long riskyMs = Unknown.TIME;

  /** When it was last asked that the account be forgotten, {@link Unknown#TIME} if not lately. */
  long requestedMs = Unknown.TIME;

  /** When it was last looked whether a request can be met that waits; {@link Unknown#TIME}. */
  long waitsSinceMs = Unknown.TIME;

  /** Event id of that request. */
  String requestId = Unknown.ID;

  /** When the account was deleted and not restored since, or {@link Unknown#TIME}. */
  long goneMs = Unknown.TIME;

  /** Its latest messages that propose a meeting, name a price, coerce; {@link Unknown#TIME}. */
  long proposedMs = Unknown.TIME;

  long pricedMs = Unknown.TIME;
  long coercedMs = Unknown.TIME;

  /** Its own ban for a harm. */
  Ban ban = Ban.NONE;

  Role verifiedRole = Role.NONE;
  Role assertedRole = Role.NONE;

  final SeenEvents seen = new SeenEvents(StateLimit.SENDER_SEEN);
  final BoundedList<Long> household = new BoundedList<>(StateLimit.SENDER_HOUSEHOLD);
  final BoundedList<Device> devices = new BoundedList<>(StateLimit.SENDER_DEVICES);
  final BoundedList<OpenMeeting> meetings = new BoundedList<>(StateLimit.SENDER_MEETINGS);

  /** Devices, or the account itself, that were told of meetings which are still open. */
  final BoundedList<Link> told = new BoundedList<>(StateLimit.SENDER_TOLD);

  final BoundedList<ReportAbout> reports = new BoundedList<>(StateLimit.SENDER_REPORTS);
  final BoundedList<ContactRow> contacts = new BoundedList<>(StateLimit.SENDER_CONTACTS);
  final BoundedList<CodedPair> pairs = new BoundedList<>(StateLimit.SENDER_PAIRS);
  final BoundedList<SignedPair> signedPairs = new BoundedList<>(StateLimit.SENDER_SIGNED_PAIRS);
  final BoundedList<RoomPost> roomPosts = new BoundedList<>(StateLimit.SENDER_ROOM_POSTS);
  final BoundedList<KnownMedia> knownMedia = new BoundedList<>(StateLimit.SENDER_KNOWN_MEDIA);
  final BoundedList<Long> menus = new BoundedList<>(StateLimit.SENDER_MENUS);

  /** Bans of accounts that it was a target of; they outlive the account where it is forgotten. */
  final BoundedList<Mark> marks = new BoundedList<>(StateLimit.SENDER_MARKS);

  final BoundedList<Standing> standing = new BoundedList<>(StateLimit.SENDER_STANDING);
  final WarnedHarms warned = new WarnedHarms();

  /** What the present instant brought; never stored, empty between instants. */
  final Occasion occasion = new Occasion();

  /** A device and when the account was last seen on it. */
  record Device(String token, long lastMs) {}

  /** A deleted account that something still concerns is not forgotten yet. */
  void concernedAt(long timeMs) {
    if (quietSinceMs != Unknown.TIME) {
      quietSinceMs = timeMs;
    }
  }

  /** Whether rules about persons read the account: HUMAN, or of unknown kind. */
  boolean isPerson() {
    return kind == AccountKind.HUMAN || kind == AccountKind.UNKNOWN;
  }

  byte @Nullable [] encode() {
    boolean isNamed = !account.isEmpty() || requestedMs != Unknown.TIME;
    if (!isNamed && marks.isEmpty() && seen.isEmpty() && ban.equals(Ban.NONE)) {
      return null;
    }
    ByteWriter out = new ByteWriter(256).octet(VERSION).text(community).text(account);
    out.octet(kind.ordinal());
    belief.write(out);
    out.time(createdMs).time(quietSinceMs).time(lostContactMs).time(lostSignsMs);
    out.time(goneMs).time(proposedMs).time(pricedMs).time(coercedMs);
    out.time(riskyMs).time(requestedMs).time(waitsSinceMs);
    if (waitsSinceMs != Unknown.TIME) {
      out.text(requestId);
    }
    ban.write(out);
    out.octet(verifiedRole.ordinal()).octet(assertedRole.ordinal());
    seen.write(out);
    household.write(out, out::fixed64);
    devices.write(out, device -> out.text(device.token()).signed(device.lastMs()));
    meetings.write(out, meeting -> meeting.write(out));
    told.write(out, link -> out.octet(link.via().ordinal()).text(link.id()));
    reports.write(out, report -> report.write(out));
    contacts.write(out, row -> row.write(out));
    pairs.write(out, pair -> pair.write(out));
    signedPairs.write(out, pair -> pair.write(out));
    roomPosts.write(out, post -> post.write(out));
    knownMedia.write(out, media -> media.write(out));
    menus.write(out, out::fixed64);
    marks.write(out, mark -> mark.write(out));
    standing.write(out, finding -> finding.write(out));
    warned.write(out);
    return out.toBytes();
  }

  static SenderState decode(byte @Nullable [] stored) {
    SenderState state = new SenderState();
    if (stored == null) {
      return state;
    }
    ByteReader in = new ByteReader(stored);
    int version = in.octet();
    if (version != VERSION) {
      throw new IllegalStateException("sender state of version " + version);
    }
    state.community = in.text();
    state.account = in.text();
    state.kind = KINDS[in.octet()];
    state.belief = AgeBelief.read(in);
    state.createdMs = in.time();
    state.quietSinceMs = in.time();
    state.lostContactMs = in.time();
    state.lostSignsMs = in.time();
    state.goneMs = in.time();
    state.proposedMs = in.time();
    state.pricedMs = in.time();
    state.coercedMs = in.time();
    state.riskyMs = in.time();
    state.requestedMs = in.time();
    state.waitsSinceMs = in.time();
    state.requestId = state.waitsSinceMs == Unknown.TIME ? Unknown.ID : in.text();
    state.ban = Ban.read(in);
    state.verifiedRole = ROLES[in.octet()];
    state.assertedRole = ROLES[in.octet()];
    state.seen.read(in);
    state.household.read(in, ByteReader::fixed64);
    state.devices.read(in, bytes -> new Device(bytes.text(), bytes.signed()));
    state.meetings.read(in, OpenMeeting::read);
    state.told.read(in, state::readTold);
    state.reports.read(in, ReportAbout::read);
    state.contacts.read(in, ContactRow::read);
    state.pairs.read(in, CodedPair::read);
    state.signedPairs.read(in, SignedPair::read);
    state.roomPosts.read(in, RoomPost::read);
    state.knownMedia.read(in, KnownMedia::read);
    state.menus.read(in, ByteReader::fixed64);
    state.marks.read(in, Mark::read);
    state.standing.read(in, Standing::read);
    state.warned.read(in);
    return state;
  }

  private Link readTold(ByteReader in) {
    return new Link(community, VIAS[in.octet()], in.text());
  }

  /** Whether nothing but its name is known of the account itself. */
  boolean isBare() {
    return isNobody()
        && hasNoTimes()
        && devices.isEmpty()
        && meetings.isEmpty()
        && told.isEmpty()
        && reports.isEmpty()
        && contacts.isEmpty()
        && pairs.isEmpty()
        && signedPairs.isEmpty()
        && roomPosts.isEmpty()
        && knownMedia.isEmpty()
        && menus.isEmpty()
        && standing.isEmpty()
        && warned.after(Unknown.TIME) == 0;
  }

  private boolean isNobody() {
    boolean hasRole = verifiedRole != Role.NONE || assertedRole != Role.NONE;
    return kind == AccountKind.UNKNOWN && belief.isEmpty() && !hasRole && household.isEmpty();
  }

  private boolean hasNoTimes() {
    long latestMs = Math.max(Math.max(createdMs, quietSinceMs), waitsSinceMs);
    latestMs = Math.max(Math.max(latestMs, lostContactMs), lostSignsMs);
    latestMs = Math.max(Math.max(latestMs, proposedMs), pricedMs);
    return Math.max(Math.max(latestMs, coercedMs), riskyMs) == Unknown.TIME;
  }

  /** Forgets that the account was: not the bans of accounts that it was a target of. */
  void forget() {
    forgetWhatItDid();
    goneMs = Unknown.TIME;
    ban = Ban.NONE;
    seen.clear();
  }

  /** Forgets who it was and what it did: not its own ban, nor what it takes for a duplicate. */
  void forgetWhatItDid() {
    community = Unknown.ID;
    account = Unknown.ID;
    kind = AccountKind.UNKNOWN;
    belief = new AgeBelief();
    createdMs = Unknown.TIME;
    quietSinceMs = Unknown.TIME;
    lostContactMs = Unknown.TIME;
    lostSignsMs = Unknown.TIME;
    proposedMs = Unknown.TIME;
    pricedMs = Unknown.TIME;
    coercedMs = Unknown.TIME;
    riskyMs = Unknown.TIME;
    waitsSinceMs = Unknown.TIME;
    requestId = Unknown.ID;
    verifiedRole = Role.NONE;
    assertedRole = Role.NONE;
    household.clear();
    devices.clear();
    meetings.clear();
    told.clear();
    reports.clear();
    contacts.clear();
    pairs.clear();
    signedPairs.clear();
    roomPosts.clear();
    knownMedia.clear();
    menus.clear();
    standing.clear();
    warned.clear();
  }
}
