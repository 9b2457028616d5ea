package org.vigie.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.Fixed;

/** Facts for which an account is remembered although it asked to be erased (page 0015 ¶85). */
final class Held {
  private static final long REPORTED_MS = 90 * Days.DAY_MS;
  private static final long RISKY_MS = 28 * Days.DAY_MS;
  private static final Set<SignalCode> RISKY =
      EnumSet.of(
          SignalCode.SECRECY,
          SignalCode.ISOLATION,
          SignalCode.PLATFORM_MOVE,
          SignalCode.GUARDIAN_PROBE,
          SignalCode.LOCATION_PROBE,
          SignalCode.CONTACT_EXCHANGE,
          SignalCode.IMAGE_REQUEST,
          SignalCode.SEXUAL,
          SignalCode.MEETING_PROPOSAL,
          SignalCode.COME_ALONE,
          SignalCode.GIFT_OFFER,
          SignalCode.MONEY_OFFER,
          SignalCode.PAYMENT_DEMAND,
          SignalCode.THREAT_EXPOSE,
          SignalCode.THREAT_VIOLENCE,
          SignalCode.DEADLINE,
          SignalCode.SALE_OFFER,
          SignalCode.SEDATION,
          SignalCode.THIRD_PARTY_UNAWARE);

  private final Log log;
  private final Statements statements;
  private final Reports reports;
  private final KeptMeetings meetings;

  Held(Log log, Statements statements, Reports reports, KeptMeetings meetings) {
    this.log = log;
    this.statements = statements;
    this.reports = reports;
    this.meetings = meetings;
  }

  /** (a): whether a report about the account counts. */
  boolean byReport(String account, Instant asOf) {
    return reports.about(new TreeSet<>(Set.of(account)), asOf).stream()
        .anyMatch(report -> report.at().isWithin(REPORTED_MS, asOf));
  }

  /** (b): whether somebody may be about to meet it. */
  boolean byMeeting(String account, Instant asOf) {
    return !meetings.of(account, asOf).isEmpty();
  }

  /**
   * (c): whether it sent something risky and is no likely minor.
   *
   * @param isKnown whether what it said at an instant is not forgotten by then
   */
  boolean byMessage(String account, Instant asOf, Predicate<Instant> isKnown) {
    boolean risky =
        log.messagesOf(account).stream()
            .filter(seen -> seen.at().isWithin(RISKY_MS, asOf) && isKnown.test(seen.at()))
            .anyMatch(seen -> isRisky(seen.message().orElseThrow()));
    return risky && !isLikelyMinor(account, asOf, isKnown);
  }

  /** ¶7, by its own belief. */
  private boolean isLikelyMinor(String account, Instant asOf, Predicate<Instant> isKnown) {
    List<Statements.Statement> known =
        statements.of(account).stream()
            .filter(one -> !one.at().isAfter(asOf) && isKnown.test(one.at()))
            .toList();
    Belief own = statements.believed(known);
    return own.sourced() && own.pMinor() >= Fixed.ONE / 2;
  }

  /** Whether a list knows something in it, or it bears a strong risky code and is heard. */
  static boolean isRisky(Message message) {
    boolean isKnown =
        message.media().stream().anyMatch(Rows::isMatched)
            || message.links().stream().anyMatch(link -> !link.match().equals(ListMatch.NONE));
    return isKnown
        || Summaries.isHeard(message) && strong(message).stream().anyMatch(RISKY::contains);
  }

  /** ¶40: what is proposed is a strong code, at a public place it is none. */
  private static Set<SignalCode> strong(Message message) {
    Set<SignalCode> strong = EnumSet.noneOf(SignalCode.class);
    for (Signal signal : message.signals()) {
      if (signal.isStrong()) {
        strong.add(signal.code());
      }
    }
    if (message.meeting().status() == Meeting.Status.PROPOSED) {
      strong.add(SignalCode.MEETING_PROPOSAL);
      if (message.meeting().publicPlace()) {
        strong.remove(SignalCode.MEETING_PROPOSAL);
      }
    }
    return strong;
  }
}
