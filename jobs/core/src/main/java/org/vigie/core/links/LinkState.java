package org.vigie.core.links;

import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Subject;
import org.vigie.core.alert.SubjectKind;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.order.Key;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.Summary;
import org.vigie.core.rule.Harm;

/** What is kept of a device, a place, or an account without device. */
final class LinkState {
  private static final int VERSION = 6;

  /** Whether the device was ever shared or on a common network; then it joins nobody. */
  boolean joinsNobody;

  /** When the account that the link is was created, {@link Unknown#TIME} if that was not told. */
  long createdMs = Unknown.TIME;

  /** Whether it was a person then. */
  boolean createdAsPerson;

  final BoundedList<Seen> accounts = new BoundedList<>(StateLimit.LINK_ACCOUNTS);
  final BoundedList<LinkNews.OfMeeting> meetings = new BoundedList<>(StateLimit.LINK_MEETINGS);
  final BoundedList<Named> named = new BoundedList<>(StateLimit.LINK_NAMED);
  final BoundedList<LinkNews.OfReport> reports = new BoundedList<>(StateLimit.LINK_REPORTS);
  final BoundedList<KeptTrace> traces = new BoundedList<>(StateLimit.LINK_TRACES);
  final BoundedList<KeptAftermath> aftermaths = new BoundedList<>(StateLimit.LINK_AFTERMATHS);
  final BoundedList<KeptReturn> returns = new BoundedList<>(StateLimit.LINK_RETURNS);
  final BoundedList<Cooldown> standing = new BoundedList<>(StateLimit.LINK_STANDING);
  final BoundedList<Warned> warned = new BoundedList<>(StateLimit.LINK_WARNED);
  final BoundedList<Proposer> proposers = new BoundedList<>(StateLimit.LINK_PROPOSERS);

  /** What the present instant brought; never stored, empty between instants. */
  final LinkOccasion occasion = new LinkOccasion();

  /**
   * An account on the device.
   *
   * @param household tags of the accounts in a household with it
   * @param isEmulator as of its latest sighting
   * @param isHosting likewise
   * @param evidence the event that its summary came with
   */
  record Seen(
      String account,
      long tag,
      long[] household,
      long lastMs,
      boolean isEmulator,
      boolean isHosting,
      Summary summary,
      Evidence evidence) {
    /** As told now: by a sighting, or by anything else that changed. */
    Seen told(LinkNews.Seen news, long nowMs) {
      return new Seen(
          account,
          tag,
          news.household(),
          news.sighting() ? nowMs : lastMs,
          news.sighting() ? news.isEmulator() : isEmulator,
          news.sighting() ? news.isHosting() : isHosting,
          news.summary(),
          news.evidence());
    }

    static Seen of(LinkNews.Seen news, long nowMs) {
      return new Seen(
          news.account(),
          news.accountTag(),
          news.household(),
          nowMs,
          news.isEmulator(),
          news.isHosting(),
          news.summary(),
          news.evidence());
    }

    boolean isHouseholdOf(Seen other) {
      return contains(household, other.tag) || contains(other.household, tag);
    }

    private static boolean contains(long[] tags, long wanted) {
      for (long tag : tags) {
        if (tag == wanted) {
          return true;
        }
      }
      return false;
    }
  }

  /** A pending meeting that an alert names, by the alert's key of CASES. */
  record Named(Key alert, PendingMeeting meeting) {
    boolean isOf(LinkNews.OfMeeting news) {
      return meeting.account().equals(news.account())
          && meeting.with().equals(news.with().account())
          && meeting.id().equals(news.id());
    }

    boolean isSameAs(Named other) {
      return alert.equals(other.alert) && meeting.isSameAs(other.meeting);
    }
  }

  /** The latest finding of a harm and subject that warned of meetings. */
  record Warned(Harm harm, SubjectKind kind, String subject, long timeMs) {
    private static final Harm[] HARMS = Harm.values();
    private static final SubjectKind[] KINDS = SubjectKind.values();

    boolean isOf(Subject other) {
      return kind == other.kind() && subject.equals(other.id());
    }

    void write(ByteWriter out) {
      out.octet(harm.ordinal()).octet(kind.ordinal()).text(subject).signed(timeMs);
    }

    static Warned read(ByteReader in) {
      return new Warned(HARMS[in.octet()], KINDS[in.octet()], in.text(), in.signed());
    }
  }

  /** An account that proposed the place, and when last. */
  record Proposer(String account, long lastMs) {}

  /** Forgets who approached the account that the link is; wholly also what it did itself. */
  void forget(boolean wholly) {
    traces.clear();
    if (wholly) {
      createdMs = Unknown.TIME;
      createdAsPerson = false;
      accounts.clear();
      meetings.clear();
      named.clear();
      reports.clear();
      aftermaths.clear();
      returns.clear();
      standing.clear();
      warned.clear();
      proposers.clear();
    }
  }

  byte @Nullable [] encode() {
    boolean empty =
        accounts.isEmpty() && meetings.isEmpty() && reports.isEmpty() && proposers.isEmpty();
    boolean noTrace = traces.isEmpty() && standing.isEmpty() && warned.isEmpty();
    boolean nothingCame = aftermaths.isEmpty() && returns.isEmpty() && createdMs == Unknown.TIME;
    if (empty && noTrace && nothingCame && named.isEmpty() && !joinsNobody) {
      return null;
    }
    ByteWriter out = new ByteWriter(128).octet(VERSION).flag(joinsNobody);
    out.time(createdMs).flag(createdAsPerson);
    accounts.write(
        out,
        seen -> {
          out.text(seen.account()).fixed64(seen.tag()).number(seen.household().length);
          for (long tag : seen.household()) {
            out.fixed64(tag);
          }
          out.signed(seen.lastMs()).flag(seen.isEmulator()).flag(seen.isHosting());
          seen.summary().write(out);
          seen.evidence().write(out);
        });
    traces.write(out, trace -> trace.write(out));
    aftermaths.write(out, one -> one.write(out));
    returns.write(out, one -> one.write(out));
    standing.write(out, one -> one.write(out));
    meetings.write(out, meeting -> meeting.write(out));
    named.write(
        out,
        one -> {
          out.fixed64(one.alert().high()).fixed64(one.alert().low());
          one.meeting().write(out);
        });
    reports.write(out, report -> report.write(out));
    warned.write(out, one -> one.write(out));
    proposers.write(out, one -> out.text(one.account()).signed(one.lastMs()));
    return out.toBytes();
  }

  static LinkState decode(byte @Nullable [] stored) {
    LinkState state = new LinkState();
    if (stored != null) {
      ByteReader in = new ByteReader(stored);
      int version = in.octet();
      if (version != VERSION) {
        throw new IllegalStateException("link state of version " + version);
      }
      state.joinsNobody = in.flag();
      state.createdMs = in.time();
      state.createdAsPerson = in.flag();
      state.accounts.read(in, LinkState::readSeen);
      state.traces.read(in, KeptTrace::read);
      state.aftermaths.read(in, KeptAftermath::read);
      state.returns.read(in, KeptReturn::read);
      state.standing.read(in, Cooldown::read);
      state.meetings.read(in, LinkNews.OfMeeting::read);
      state.named.read(in, LinkState::readNamed);
      state.reports.read(in, LinkNews.OfReport::read);
      state.warned.read(in, Warned::read);
      state.proposers.read(in, bytes -> new Proposer(bytes.text(), bytes.signed()));
    }
    return state;
  }

  private static Named readNamed(ByteReader in) {
    return new Named(new Key(in.fixed64(), in.fixed64()), PendingMeeting.read(in));
  }

  private static Seen readSeen(ByteReader in) {
    String account = in.text();
    long tag = in.fixed64();
    long[] household = new long[in.count()];
    for (int i = 0; i < household.length; i++) {
      household[i] = in.fixed64();
    }
    return new Seen(
        account,
        tag,
        household,
        in.signed(),
        in.flag(),
        in.flag(),
        Summary.read(in),
        Evidence.read(in));
  }
}
