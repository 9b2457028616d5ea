package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Role;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.SessionEvent.DeviceKind;
import org.vigie.core.event.SessionEvent.NetworkKind;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Step;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.Observation;
import org.vigie.core.route.PairChange;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.route.Summary;
import org.vigie.core.sender.SenderState.Device;

/**
 * Keeps an account's devices, open meetings and violent reports, and tells each link of them: the
 * devices of 90 days, the account itself where there is none, and places.
 */
final class LinkTeller {
  private static final long HOUR_MS = 3_600_000L;
  private static final long DAY_MS = 24 * HOUR_MS;
  private static final long SEEN_MS = 90 * DAY_MS;
  private static final long AFTER_MEETING_MS = 6 * HOUR_MS;
  private static final long WITHOUT_TIME_MS = 24 * HOUR_MS;
  private static final Comparator<OpenMeeting> ENDS_LAST_FIRST =
      Comparator.comparingLong(OpenMeeting::endMs)
          .thenComparing(meeting -> meeting.with().account())
          .thenComparing(OpenMeeting::id)
          .reversed();

  private final Tags tags;
  private final TraceTeller traces;

  LinkTeller(Tags tags, TraceTeller traces) {
    this.tags = tags;
    this.traces = traces;
  }

  /** The account was seen on a device; a device that is new to it is told everything. */
  void sight(SenderState state, AccountLife life, Step step) {
    String token = life.device();
    prune(state, step.timeMs());
    boolean known = state.devices.find(device -> device.token().equals(token)) != null;
    state.devices.removeIf(device -> device.token().equals(token));
    @Nullable Device dropped = state.devices.add(new Device(token, step.timeMs()), step);
    if (dropped != null) {
      Link left = new Link(state.community, Via.DEVICE, dropped.token());
      tell(new LinkNews.Left(left, state.account, life.origin().recordedMs()), step);
    }
    Link link = new Link(state.community, Via.DEVICE, token);
    tell(seen(state, link, life, life.origin().evidence(step.root(), 0), step), step);
    if (!known) {
      tellAgain(state, link, step);
    }
  }

  /** What the account's devices are to know of it changed. */
  void tellSummary(SenderState state, Evidence evidence, Step step) {
    prune(state, step.timeMs());
    for (Device device : state.devices) {
      Link link = new Link(state.community, Via.DEVICE, device.token());
      tell(seen(state, link, null, evidence, step), step);
    }
  }

  /** The account as a device is to know it; {@code sighting} if it was seen there now. */
  private LinkNews.Seen seen(
      SenderState state, Link link, @Nullable AccountLife sighting, Evidence evidence, Step step) {
    state.contacts.removeIf(row -> row.openedMs() <= step.timeMs() - Contacts.KEPT_MS);
    Summary summary =
        new Summary(
            state.isPerson(),
            state.createdMs,
            state.goneMs,
            state.proposedMs,
            state.pricedMs,
            state.coercedMs,
            state.ban,
            state.contacts.size(),
            state.belief.view(step.rules(state.community).ages()));
    return new LinkNews.Seen(
        link,
        state.account,
        tags.account(state.community, state.account),
        sighting != null,
        sighting != null && sighting.joinsNobody(),
        sighting != null && sighting.deviceKind() == DeviceKind.EMULATOR,
        sighting != null && sighting.networkKind() == NetworkKind.HOSTING,
        household(state),
        summary,
        evidence,
        state.occasion.recordedMs());
  }

  /** A message about a meeting that the account takes part in. */
  void meet(SenderState state, PairChange change, Step step) {
    prune(state, step.timeMs());
    Observation observation = change.observation();
    String other = change.own() ? observation.counterpart() : observation.subject();
    Meeting said = observation.meeting();
    @Nullable OpenMeeting before = state.meetings.find(meeting -> meeting.isWith(other, said.id()));
    state.meetings.removeIf(meeting -> meeting.isWith(other, said.id()));
    boolean opens =
        said.status() == Meeting.Status.PROPOSED || said.status() == Meeting.Status.ACCEPTED;
    proposePlace(state, change, step);
    OpenMeeting now = merged(change, before, other, step);
    if (!opens || now.endMs() < step.timeMs()) {
      if (before != null) {
        close(state, before, step);
      }
      return;
    }
    state.occasion.meets();
    if (before != null && !before.isAsAgreedIn(now)) {
      leaveBehind(state, before, now, step);
    } else if (before != null) {
      now = now.warnedOf(before.warnedOf());
    }
    @Nullable OpenMeeting dropped = state.meetings.addSorted(now, ENDS_LAST_FIRST, step);
    for (Link link : links(state)) {
      tellContext(state, link, step);
      tellOpen(state, link, now, true, step);
    }
    tellPlace(state, now, true, true, step);
    if (dropped != null) {
      close(state, dropped, step);
    }
  }

  /** Where the meeting was told of but is not to be told of again, it is over as it was. */
  private void leaveBehind(SenderState state, OpenMeeting before, OpenMeeting now, Step step) {
    state.occasion.leaves(before);
    if (!before.place().equals(now.place())) {
      tellPlace(state, before, false, false, step);
    }
    List<Link> links = links(state);
    for (Link link : state.told) {
      if (!links.contains(link)) {
        tell(news(state, link, before, false, false), step);
      }
    }
  }

  private void proposePlace(SenderState state, PairChange change, Step step) {
    Meeting said = change.observation().meeting();
    boolean proposesPlace =
        change.own() && said.status() == Meeting.Status.PROPOSED && Unknown.isKnown(said.place());
    if (proposesPlace) {
      Link place = new Link(state.community, Via.PLACE, said.place());
      long recordedMs = change.observation().origin().recordedMs();
      tell(new LinkNews.Proposal(place, state.account, recordedMs), step);
      if (!said.publicPlace()) {
        for (Device device : state.devices) {
          traces.propose(state, device.token(), change, step);
        }
      }
    }
  }

  /** A violent report about the account by someone who counts. */
  void report(SenderState state, PairChange change, Step step) {
    prune(state, step.timeMs());
    Observation observation = change.observation();
    Evidence evidence = observation.evidence(step.root());
    Counterpart reporter =
        new Counterpart(
            observation.counterpart(),
            Role.POSSIBLE_VICTIM,
            change.age(),
            change.messages(),
            change.firstMs(),
            step.timeMs());
    ReportAbout report =
        new ReportAbout(reporter, step.timeMs(), evidence, observation.origin().recordedMs());
    state.reports.add(report, step);
    for (Link link : links(state)) {
      tellContext(state, link, step);
      tell(news(state, link, report, true, step), step);
    }
    boolean said = Unknown.isKnown(observation.place());
    String place = said ? observation.place() : change.place();
    if (Unknown.isKnown(place)) {
      tell(news(state, new Link(state.community, Via.PLACE, place), report, true, step), step);
    }
  }

  private static OpenMeeting merged(
      PairChange change, @Nullable OpenMeeting before, String other, Step step) {
    Observation observation = change.observation();
    Meeting said = observation.meeting();
    long nowMs = step.timeMs();
    boolean credible = said.timeCountsAt(nowMs);
    long timeMs = credible ? said.timeMs() : before == null ? Unknown.TIME : before.timeMs();
    long endMs = timeMs == Unknown.TIME ? nowMs + WITHOUT_TIME_MS : timeMs + AFTER_MEETING_MS;
    boolean saidByProposer = said.status() == Meeting.Status.PROPOSED;
    AgeView age = change.own() || before == null ? change.age() : before.with().age();
    Counterpart with =
        new Counterpart(
            other, Role.POSSIBLE_VICTIM, age, change.messages(), change.firstMs(), nowMs);
    String place =
        Unknown.isKnown(said.place()) ? said.place() : before == null ? "" : before.place();
    return new OpenMeeting(
        said.id(),
        with,
        place,
        timeMs,
        endMs,
        before == null ? change.own() == saidByProposer : before.proposer(),
        observation.evidence(step.root()),
        observation.origin().recordedMs(),
        0);
  }

  private void close(SenderState state, OpenMeeting meeting, Step step) {
    state.occasion.leaves(meeting);
    for (Link link : state.told) {
      tell(news(state, link, meeting, false, false), step);
    }
    tellPlace(state, meeting, false, false, step);
  }

  private void tellPlace(
      SenderState state, OpenMeeting meeting, boolean open, boolean isNews, Step step) {
    if (meeting.proposer() && Unknown.isKnown(meeting.place())) {
      Link link = new Link(state.community, Via.PLACE, meeting.place());
      tell(news(state, link, meeting, open, isNews), step);
    }
  }

  /** The account as its own link may have missed what its devices were told. */
  private void tellContext(SenderState state, Link link, Step step) {
    if (link.via() == Via.ACCOUNT) {
      tellAgain(state, link, step);
    }
  }

  private void tellAgain(SenderState state, Link link, Step step) {
    for (OpenMeeting meeting : state.meetings) {
      tellOpen(state, link, meeting, false, step);
    }
    for (ReportAbout report : state.reports) {
      tell(news(state, link, report, false, step), step);
    }
  }

  /** A link that is told of a meeting is told of its end, whether or not the account left it. */
  private void tellOpen(
      SenderState state, Link link, OpenMeeting meeting, boolean isNews, Step step) {
    if (state.told.find(link::equals) == null) {
      state.told.add(link, step);
    }
    tell(news(state, link, meeting, true, isNews), step);
  }

  private static LinkNews.OfMeeting news(
      SenderState state, Link link, OpenMeeting meeting, boolean open, boolean isNews) {
    return new LinkNews.OfMeeting(
        link,
        state.account,
        meeting.id(),
        meeting.with(),
        open,
        meeting.proposer(),
        isNews,
        meeting.place(),
        meeting.timeMs(),
        meeting.endMs(),
        meeting.evidence(),
        meeting.recordedMs());
  }

  private static LinkNews.OfReport news(
      SenderState state, Link link, ReportAbout report, boolean isNews, Step step) {
    return new LinkNews.OfReport(
        link,
        state.account,
        age(state, step),
        report.reporter(),
        isNews,
        report.timeMs(),
        report.evidence(),
        report.recordedMs());
  }

  /** Forgets devices, meetings and reports that count no more. */
  static void prune(SenderState state, long nowMs) {
    state.devices.removeIf(device -> device.lastMs() <= nowMs - SEEN_MS);
    state.meetings.removeIf(meeting -> meeting.endMs() < nowMs);
    if (state.meetings.isEmpty()) {
      state.told.clear();
    }
    state.reports.removeIf(report -> report.timeMs() <= nowMs - SEEN_MS);
  }

  /** Where the account is kept now: its devices, or itself without one. */
  static List<Link> linksNow(SenderState state, Step step) {
    prune(state, step.timeMs());
    return links(state);
  }

  private static List<Link> links(SenderState state) {
    List<Link> links = new ArrayList<>();
    for (Device device : state.devices) {
      links.add(new Link(state.community, Via.DEVICE, device.token()));
    }
    if (links.isEmpty()) {
      links.add(new Link(state.community, Via.ACCOUNT, state.account));
    }
    return links;
  }

  private static long[] household(SenderState state) {
    long[] household = new long[state.household.size()];
    for (int i = 0; i < household.length; i++) {
      household[i] = state.household.get(i);
    }
    return household;
  }

  private static AgeView age(SenderState state, Step step) {
    return state.belief.view(step.rules(state.community).ages()).shown();
  }

  private void tell(LinkNews news, Step step) {
    ByteWriter out = new ByteWriter(128);
    if (news instanceof LinkNews.Seen seen) {
      out.octet(PayloadKind.SEEN_ON_LINK.ordinal());
      seen.write(out);
    } else if (news instanceof LinkNews.OfMeeting meeting) {
      out.octet(PayloadKind.LINK_MEETING.ordinal());
      meeting.write(out);
    } else if (news instanceof LinkNews.Proposal proposal) {
      out.octet(PayloadKind.LINK_PROPOSAL.ordinal());
      proposal.write(out);
    } else if (news instanceof LinkNews.Left left) {
      out.octet(PayloadKind.LEFT_LINK.ordinal());
      left.write(out);
    } else if (news instanceof LinkNews.OfReport report) {
      out.octet(PayloadKind.LINK_REPORT.ordinal());
      report.write(out);
    }
    Link link = news.link();
    step.emit(
        StopName.LINKS,
        tags.linkKey(link.via().name(), link.community(), link.id()),
        out.toBytes());
  }
}
