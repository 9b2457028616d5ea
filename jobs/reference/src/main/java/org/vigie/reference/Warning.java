package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Table;

/** Which meetings a finding names, whatever found it (page 0018). */
final class Warning {
  /** How a finding comes to the meetings that it names. */
  enum Kind {
    /** It names none. */
    NONE,
    /** ¶97: those of the account with counterparts. */
    OF_COUNTERPARTS,
    /** ¶98: those of the accounts that a link joins. */
    OF_LINK,
    /** 0001 ¶21, ¶22: those that reports make dangerous. */
    OF_REPORTS
  }

  private final Judging judging;
  private final Knowledge known;

  Warning(Judging judging) {
    this.judging = judging;
    this.known = judging.known();
  }

  /** How findings of a rule about somebody name meetings. */
  Kind kind(Rule rule, Occasion occasion) {
    if (!rule.warnsOfMeetings()) {
      return Kind.NONE;
    }
    if (judging.reading().tables(rule).contains(Table.REPORTS)) {
      return Kind.OF_REPORTS;
    }
    if (occasion instanceof Occasion.OfPair || occasion instanceof Occasion.OfAccount) {
      return Kind.OF_COUNTERPARTS;
    }
    return joinsAccounts(link(occasion)) ? Kind.OF_LINK : Kind.NONE;
  }

  /** Where something was found; returns are kept at an account by itself (0012 ¶81). */
  static Occasion.OfLink link(Occasion occasion) {
    return occasion instanceof Occasion.OfLink link ? link : Links.ofAccount(occasion.account());
  }

  /** ¶98: a device, or an account by itself; a target is none (0012 ¶65). */
  private static boolean joinsAccounts(Occasion.OfLink link) {
    return link.way() == ReferenceFinding.Way.DEVICE
        || link.way() == ReferenceFinding.Way.ACCOUNT && link.id().isEmpty();
  }

  /** ¶99: whether a finding that holds takes up a meeting of which its alert is told. */
  boolean takesUp(Finding finding, Circle.NamedMeeting meeting) {
    return switch (kind(finding.rule(), finding.occasion())) {
      case NONE, OF_REPORTS -> false;
      case OF_LINK -> true;
      case OF_COUNTERPARTS -> isWithCounterpart(finding.circle(), meeting);
    };
  }

  private static boolean isWithCounterpart(Circle circle, Circle.NamedMeeting meeting) {
    return circle.counterparts().stream().anyMatch(one -> one.account().equals(meeting.with()));
  }

  /** What a finding is about, with the meetings that it names; reports have named theirs. */
  Circle named(Rule rule, Occasion occasion, Evaluation evaluation, Circle circle, Instant at) {
    return switch (kind(rule, occasion)) {
      case NONE, OF_REPORTS -> circle;
      case OF_LINK -> circle.naming(Circle.mostUrgent(ofLink(link(occasion), at), at.timeMs()));
      case OF_COUNTERPARTS -> ofCounterparts(rule, occasion, evaluation, circle, at);
    };
  }

  /** All that a link knows of accounts that it joins. */
  List<Circle.NamedMeeting> ofLink(Occasion.OfLink link, Instant at) {
    return known.links.pending(link, at).stream()
        .map(
            pending ->
                Circle.NamedMeeting.of(
                    pending.meeting(), pending.meeting().with(pending.with()), false))
        .toList();
  }

  /** All that an account keeps open. */
  List<Circle.NamedMeeting> ofAccount(String account, Instant at) {
    return known.kept.of(account, at).stream()
        .map(meeting -> Circle.NamedMeeting.of(meeting, account, false))
        .toList();
  }

  private Circle ofCounterparts(
      Rule rule, Occasion occasion, Evaluation evaluation, Circle circle, Instant at) {
    List<Circle.NamedMeeting> open =
        ofAccount(occasion.account(), at).stream()
            .filter(meeting -> isWithCounterpart(circle, meeting))
            .toList();
    Circle naming = circle.naming(Circle.mostUrgent(open, at.timeMs()));
    return occasion instanceof Occasion.OfPair pair
        ? restsOn(rule, evaluation).map(passed -> naming(naming, passed, pair)).orElse(naming)
        : naming;
  }

  /** ¶100: the latest passed meeting after which something counted that the rule compares. */
  private Optional<TimedMeeting> restsOn(Rule rule, Evaluation evaluation) {
    return judging.reading().hits(rule).stream()
        .flatMap(feature -> meetings(feature, evaluation))
        .max(Comparator.comparingLong(TimedMeeting::timeMs).thenComparing(TimedMeeting::id));
  }

  private static Stream<TimedMeeting> meetings(Feature feature, Evaluation evaluation) {
    return evaluation.hits(feature).stream().flatMap(counted -> counted.meetings().stream());
  }

  private static Circle naming(Circle circle, TimedMeeting passed, Occasion.OfPair pair) {
    NavigableSet<Instant> evidence = new TreeSet<>(circle.evidence());
    evidence.add(passed.said());
    List<Circle.NamedMeeting> meetings = new ArrayList<>(circle.meetings());
    boolean isOpen =
        meetings.stream()
            .anyMatch(one -> one.id().equals(passed.id()) && one.timeMs() == passed.timeMs());
    if (!isOpen) {
      meetings.add(
          new Circle.NamedMeeting(
              passed.id(),
              pair.account(),
              pair.counterpart(),
              false,
              Unknown.ID,
              passed.timeMs(),
              passed.timeMs()));
    }
    return new Circle(
        circle.linked(),
        circle.counterparts(),
        circle.counterpartsTotal(),
        Circle.last(evidence),
        meetings);
  }
}
