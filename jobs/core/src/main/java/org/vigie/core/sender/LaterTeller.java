package org.vigie.core.sender;

import java.util.List;
import org.vigie.core.alert.Via;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.Retention;
import org.vigie.core.fold.Step;
import org.vigie.core.fold.Stop;
import org.vigie.core.order.StopName;
import org.vigie.core.order.Tags;
import org.vigie.core.route.AccountLife;
import org.vigie.core.route.Ban;
import org.vigie.core.route.BanMark;
import org.vigie.core.route.ColdOpening;
import org.vigie.core.route.LaterNews;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.MeetingOutcome;
import org.vigie.core.route.PayloadKind;

/**
 * Tells links what came after a ban or a meeting: who came to be since, who returned to a target,
 * how a meeting ended.
 */
final class LaterTeller {
  private final Tags tags;

  LaterTeller(Tags tags) {
    this.tags = tags;
  }

  /** The account was created, or turns out to be older; no ban that still counts is older. */
  void create(SenderState state, long knownBeforeMs, AccountLife life, Step step) {
    boolean isYoung = step.timeMs() - state.createdMs < Ban.KEPT_MS;
    if (!isYoung && knownBeforeMs == Unknown.TIME) {
      return;
    }
    Link link = new Link(state.community, Via.ACCOUNT, state.account);
    ByteWriter out = new ByteWriter(64).octet(PayloadKind.LINK_CREATED.ordinal());
    new LaterNews.Created(link, state.createdMs, state.isPerson(), life.origin().recordedMs())
        .write(out);
    emit(link, out, step);
  }

  /** An account that the present one was a target of is banned, for longer, or no more. */
  static void mark(SenderState state, BanMark told, Step step) {
    forget(state, step.timeMs());
    int known = state.marks.indexOf(mark -> mark.banned().equals(told.account()));
    switch (told.change()) {
      case BEGINS -> {
        state.marks.removeIf(mark -> mark.banned().equals(told.account()));
        Mark mark = new Mark(told.account(), told.ban(), told.devices(), told.evidence());
        state.marks.addSorted(mark, Mark.OLDEST_FIRST, step);
      }
      case CHANGES_END -> {
        if (known >= 0) {
          state.marks.set(known, state.marks.get(known).with(told.ban()));
        }
      }
      case IS_OVER -> state.marks.removeIf(mark -> mark.banned().equals(told.account()));
    }
  }

  /** Somebody contacted the present account cold, as far as is known. */
  void isOpened(SenderState state, ColdOpening opening, Step step) {
    if (state.marks.isEmpty()) {
      return;
    }
    forget(state, step.timeMs());
    for (Mark mark : state.marks) {
      if (!mark.banned().equals(opening.account())) {
        tell(new Link(opening.community(), Via.ACCOUNT, opening.account()), opening, mark, step);
        for (String device : mark.devices()) {
          tell(new Link(opening.community(), Via.DEVICE, device), opening, mark, step);
        }
      }
    }
  }

  private void tell(Link link, ColdOpening opening, Mark mark, Step step) {
    ByteWriter out = new ByteWriter(128).octet(PayloadKind.LINK_RETURN.ordinal());
    new LaterNews.Return(
            link,
            opening.account(),
            opening.target(),
            mark.banned(),
            mark.ban().dateMs(),
            opening.mutualsKnown(),
            opening.evidence(),
            opening.recordedMs())
        .write(out);
    emit(link, out, step);
  }

  /**
   * The target of a meeting was silent; it has an aftermath if it reacted, or this account fled.
   */
  void comeAfter(SenderState state, MeetingOutcome outcome, List<Link> links, Step step) {
    boolean isGone = state.goneMs != Unknown.TIME && state.goneMs > outcome.timeMs();
    if (!state.isPerson() || !outcome.reacted() && !isGone) {
      return;
    }
    for (Link link : links) {
      tell(link, outcome, step);
    }
    if (Unknown.isKnown(outcome.place())) {
      tell(new Link(state.community, Via.PLACE, outcome.place()), outcome, step);
    }
  }

  private void tell(Link link, MeetingOutcome outcome, Step step) {
    ByteWriter out = new ByteWriter(192).octet(PayloadKind.LINK_AFTERMATH.ordinal());
    new LaterNews.Aftermath(
            link,
            outcome.proposer(),
            outcome.target(),
            outcome.reacted(),
            outcome.isPublic(),
            outcome.evidence(),
            outcome.recordedMs())
        .write(out);
    emit(link, out, step);
  }

  private void emit(Link link, ByteWriter payload, Step step) {
    step.emit(
        StopName.LINKS,
        tags.linkKey(link.via().name(), link.community(), link.id()),
        payload.toBytes());
  }

  /** Forgets bans that are over. */
  private static void forget(SenderState state, long nowMs) {
    state.marks.removeIf(mark -> !mark.ban().isInForce(nowMs));
  }

  /** When no ban that the account has a mark of counts any more. */
  static long forgetsMs(SenderState state) {
    long lastMs = Long.MIN_VALUE;
    for (Mark mark : state.marks) {
      lastMs = Math.max(lastMs, mark.ban().dateMs() + Ban.KEPT_MS);
    }
    return lastMs == Long.MIN_VALUE ? Stop.NO_DEADLINE : Retention.nextDayMs(lastMs);
  }

  /** Forgets all of them when that is due. */
  static void forgetDue(SenderState state, Step step) {
    if (forgetsMs(state) <= step.timeMs()) {
      state.marks.clear();
    }
  }
}
