package org.vigie.core.links;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.links.LinkState.Proposer;
import org.vigie.core.links.LinkState.Seen;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.core.route.Ban;
import org.vigie.core.route.LaterNews;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.PayloadKind;

/**
 * LINKS (key: device, place, or account without device): joins what accounts have in common and
 * judges the rules about it.
 */
public final class LinkStop implements Stop<LinkState> {
  private static final long DAY_MS = 24 * 3_600_000L;
  static final long SEEN_MS = 90 * DAY_MS;
  static final long REPORT_MS = 90 * DAY_MS;
  static final long PROPOSED_MS = 30 * DAY_MS;
  static final long TRACES_MS = 30 * DAY_MS;
  static final long RETURNS_MS = 90 * DAY_MS;

  /** No rule cools down for longer. */
  static final long COOLDOWN_MS_MAX = 30 * DAY_MS;

  private final LinkJudgement judgement = new LinkJudgement();

  @Override
  public StopName name() {
    return StopName.LINKS;
  }

  @Override
  public boolean settles() {
    return false;
  }

  @Override
  public LinkState decode(byte @Nullable [] stored) {
    return LinkState.decode(stored);
  }

  @Override
  public byte @Nullable [] encode(LinkState state) {
    return state.encode();
  }

  @Override
  public void apply(LinkState state, Input input, Step step) {
    prune(state, step.timeMs());
    ByteReader in = new ByteReader(input.content());
    PayloadKind kind = PayloadKind.read(in);
    switch (kind) {
      case SEEN_ON_LINK -> see(state, LinkNews.Seen.read(in), step);
      case LEFT_LINK -> leave(state, LinkNews.Left.read(in));
      case LINK_MEETING -> meet(state, LinkNews.OfMeeting.read(in), step);
      case LINK_PROPOSAL -> propose(state, LinkNews.Proposal.read(in), step);
      case LINK_REPORT -> report(state, LinkNews.OfReport.read(in), step);
      case LINK_CREATED -> LaterNewsTaker.take(state, LaterNews.Created.read(in), step);
      case LINK_RETURN -> LaterNewsTaker.take(state, LaterNews.Return.read(in), step);
      case LINK_AFTERMATH -> LaterNewsTaker.take(state, LaterNews.Aftermath.read(in), step);
      case LINK_FORGOTTEN -> state.occasion.forgets(in.flag());
      case LINK_TRACE -> trace(state, LinkNews.Trace.read(in), step);
      case OBSERVATION,
          ACCOUNT_LIFE,
          AGE_STATED,
          POSTED,
          PAIR_CHANGE,
          BELIEF,
          FINDING,
          SUPERSEDED,
          REVIEWED,
          COOLING,
          MEETING_OVER,
          BAN_MARK,
          COLD_OPENING,
          MEETING_OUTCOME,
          ERASURE_NOTE,
          MEETING_TO_COME ->
          throw new IllegalStateException("LINKS was sent " + kind);
    }
  }

  private static void see(LinkState state, LinkNews.Seen news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    state.joinsNobody |= news.joinsNobody();
    int index = state.accounts.indexOf(seen -> seen.account().equals(news.account()));
    @Nullable Seen known = index < 0 ? null : state.accounts.get(index);
    if (known == null && !news.sighting()) {
      return;
    }
    state.occasion.tells(news.account());
    if (known != null && !news.sighting()) {
      state.accounts.set(index, known.told(news, step.timeMs()));
      return;
    }
    if (known == null) {
      state.occasion.seesAnew(news.account());
    }
    state.accounts.removeIf(seen -> seen.account().equals(news.account()));
    state.accounts.add(Seen.of(news, step.timeMs()), step);
  }

  private static void trace(LinkState state, LinkNews.Trace news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    state.occasion.traces(news.account());
    List<String> whom = news.whom().isEmpty() ? List.of(Unknown.ID) : news.whom();
    for (String one : whom) {
      KeptTrace trace =
          new KeptTrace(
              news.account(),
              one,
              news.isRoom(),
              news.place(),
              news.isMarked(),
              news.ageGap(),
              news.evidence());
      state.traces.removeIf(trace::isSameAs);
      state.traces.addSorted(trace, KeptTrace.OLDEST_FIRST, step);
    }
  }

  private static void leave(LinkState state, LinkNews.Left news) {
    String account = news.account();
    state.accounts.removeIf(seen -> seen.account().equals(account));
    state.meetings.removeIf(meeting -> meeting.account().equals(account));
    state.reports.removeIf(report -> report.account().equals(account));
  }

  private static void meet(LinkState state, LinkNews.OfMeeting news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    state.occasion.changes(news);
    state.meetings.removeIf(news::isSameAs);
    if (!news.isOpen()) {
      return;
    }
    state.meetings.add(news, step);
    if (news.isNews()) {
      state.occasion.meets(news);
    }
  }

  private static void propose(LinkState state, LinkNews.Proposal news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    state.proposers.removeIf(one -> one.account().equals(news.account()));
    state.proposers.add(new Proposer(news.account(), step.timeMs()), step);
  }

  private static void report(LinkState state, LinkNews.OfReport news, Step step) {
    state.occasion.isAt(news.link(), news.recordedMs());
    boolean known =
        state.reports.find(
                report ->
                    report.account().equals(news.account())
                        && report.timeMs() == news.timeMs()
                        && report.reporter().account().equals(news.reporter().account())
                        && report.evidence().eventId().equals(news.evidence().eventId()))
            != null;
    if (!known) {
      state.reports.add(news, step);
    }
    if (news.isNews()) {
      state.occasion.reports(news.account());
    }
  }

  private static void prune(LinkState state, long nowMs) {
    state.accounts.removeIf(seen -> seen.lastMs() <= nowMs - SEEN_MS);
    state.meetings.removeIf(meeting -> meeting.endMs() < nowMs);
    state.named.removeIf(named -> named.meeting().endMs() < nowMs);
    state.reports.removeIf(report -> report.timeMs() <= nowMs - REPORT_MS);
    state.proposers.removeIf(one -> one.lastMs() <= nowMs - PROPOSED_MS);
    state.traces.removeIf(trace -> trace.timeMs() <= nowMs - TRACES_MS);
    state.aftermaths.removeIf(one -> one.timeMs() <= nowMs - TRACES_MS);
    state.returns.removeIf(one -> one.opening().timeMs() <= nowMs - RETURNS_MS);
    if (state.createdMs <= nowMs - Ban.KEPT_MS) {
      state.createdMs = Unknown.TIME;
    }
    state.standing.removeIf(one -> one.timeMs() <= nowMs - COOLDOWN_MS_MAX);
    state.warned.removeIf(one -> one.timeMs() <= nowMs - PendingMeeting.TOLD_FOR_MS);
  }

  @Override
  public void judge(LinkState state, Step step) {
    judgement.judge(state, step);
    if (state.occasion.isForgotten()) {
      state.forget(state.occasion.isForgottenWholly());
    }
    state.occasion.clear();
  }

  @Override
  public long nextDeadlineMs(LinkState state) {
    long lastMs = Long.MIN_VALUE;
    for (Seen seen : state.accounts) {
      lastMs = Math.max(lastMs, seen.lastMs() + SEEN_MS);
    }
    for (LinkNews.OfMeeting meeting : state.meetings) {
      lastMs = Math.max(lastMs, meeting.endMs());
    }
    for (LinkState.Named named : state.named) {
      lastMs = Math.max(lastMs, named.meeting().endMs());
    }
    for (LinkNews.OfReport report : state.reports) {
      lastMs = Math.max(lastMs, report.timeMs() + REPORT_MS);
    }
    for (KeptTrace trace : state.traces) {
      lastMs = Math.max(lastMs, trace.timeMs() + TRACES_MS);
    }
    for (KeptAftermath aftermath : state.aftermaths) {
      lastMs = Math.max(lastMs, aftermath.timeMs() + TRACES_MS);
    }
    for (KeptReturn one : state.returns) {
      lastMs = Math.max(lastMs, one.opening().timeMs() + RETURNS_MS);
    }
    if (state.createdMs != Unknown.TIME) {
      lastMs = Math.max(lastMs, state.createdMs + Ban.KEPT_MS);
    }
    for (Cooldown cooldown : state.standing) {
      lastMs = Math.max(lastMs, cooldown.timeMs() + COOLDOWN_MS_MAX);
    }
    for (LinkState.Warned warned : state.warned) {
      lastMs = Math.max(lastMs, warned.timeMs() + PendingMeeting.TOLD_FOR_MS);
    }
    for (Proposer proposer : state.proposers) {
      lastMs = Math.max(lastMs, proposer.lastMs() + PROPOSED_MS);
    }
    return lastMs == Long.MIN_VALUE ? NO_DEADLINE : Retention.nextDayMs(lastMs);
  }

  @Override
  public void onDeadline(LinkState state, Step step) {
    prune(state, step.timeMs());
  }
}
