package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vigie.core.alert.AlertId;
import org.vigie.core.alert.PendingMeeting;
import org.vigie.core.alert.Subject;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.fold.Listed;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.links.LinkState.Named;
import org.vigie.core.links.LinkState.Warned;
import org.vigie.core.order.Key;
import org.vigie.core.order.StopName;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.LinkNews.Link;
import org.vigie.core.route.PayloadKind;
import org.vigie.core.rule.Harm;

/**
 * Tells alerts of findings at a device or an account of the meetings of its accounts: those of the
 * moment, and for a while those that come later (page 0018).
 */
final class AlertTeller {
  private AlertTeller() {}

  /** The meetings that a finding of the moment names, the most urgent. */
  static List<PendingMeeting> pendingOf(LinkState state, Set<String> accounts, Step step) {
    List<PendingMeeting> pending = new ArrayList<>();
    for (LinkNews.OfMeeting one : LinkJudgement.pendingOf(state, accounts)) {
      pending.add(one.pending());
    }
    pending.sort(PendingMeeting.mostUrgentFirst(step.timeMs()));
    return Listed.first(pending, StateLimit.LINK_LISTED_MEETINGS, step);
  }

  /** An alert names a meeting, and is to be told of its end. */
  static void name(LinkState state, Key alert, PendingMeeting meeting, Step step) {
    Named named = new Named(alert, meeting);
    state.named.removeIf(named::isSameAs);
    state.named.add(named, step);
  }

  /** Remembers a finding that warns, so that its alert is told of meetings to come. */
  static void remember(LinkState state, Harm harm, Subject subject, Step step) {
    state.warned.removeIf(one -> one.harm() == harm && one.isOf(subject));
    state.warned.add(new Warned(harm, subject.kind(), subject.id(), step.timeMs()), step);
  }

  /** Tells alerts of what the instant brought of meetings, when all of it is judged. */
  static void tell(LinkState state, Link link, Step step) {
    if (state.warned.isEmpty()) {
      return;
    }
    for (String account : LinkJudgement.meetingNow(state)) {
      Set<String> cluster = LinkJudgement.clusterOf(state, link, account);
      Subject subject = LinkJudgement.subjectOf(link, account, cluster);
      for (Warned warned : state.warned) {
        if (warned.isOf(subject)) {
          Key alert = AlertId.key(AlertId.of(warned.harm(), subject));
          tell(state, alert, LinkJudgement.pendingOf(state, cluster), step);
        }
      }
    }
  }

  private static void tell(
      LinkState state, Key alert, List<LinkNews.OfMeeting> pending, Step step) {
    for (LinkNews.OfMeeting one : pending) {
      ByteWriter out = new ByteWriter(64).octet(PayloadKind.MEETING_TO_COME.ordinal());
      one.pending().write(out);
      step.emit(StopName.CASES, alert, out.toBytes());
      name(state, alert, one.pending(), step);
    }
  }
}
