package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;

/** What devices are told of their accounts (page 0012 ¶60-62). */
final class Summaries {
  private static final Set<SignalCode> PRICED = Set.of(SignalCode.PRICE, SignalCode.SALE_OFFER);
  private static final Set<SignalCode> COERCIVE =
      Set.of(
          SignalCode.THREAT_EXPOSE,
          SignalCode.THREAT_VIOLENCE,
          SignalCode.PAYMENT_DEMAND,
          SignalCode.DEADLINE);

  private record At(String account, String device) {}

  private final Knowledge known;
  private final Map<At, NavigableSet<Instant>> told = new HashMap<>();

  Summaries(Knowledge known) {
    this.known = known;
    for (String account : known.log.accountsWithSessions()) {
      for (Observation seen : known.log.sessionsOf(account)) {
        String device = seen.session().orElseThrow().device();
        if (Unknown.isKnown(device)) {
          tell(account, device, seen.at());
        }
      }
    }
    for (Instant at : known.log.instants().keySet()) {
      for (String account : news(at)) {
        known.devices.devicesOf(account, at).forEach(device -> tell(account, device, at));
      }
    }
  }

  private void tell(String account, String device, Instant at) {
    told.computeIfAbsent(new At(account, device), absent -> new TreeSet<>()).add(at);
  }

  /** ¶60: accounts with sessions whose summary an instant changes. */
  private NavigableSet<String> news(Instant at) {
    NavigableSet<String> accounts = new TreeSet<>(known.ages.changedAt(at).own());
    for (Observation seen : known.log.at(at)) {
      if (seen.session().map(Summaries::isEndOrReturn).orElse(false) || isCoded(seen)) {
        accounts.add(seen.actor());
      }
      seen.session()
          .filter(session -> session.kind() == SessionEvent.Kind.HOUSEHOLD_LINKED)
          .filter(session -> !session.linkedAccount().equals(seen.actor()))
          .ifPresent(session -> accounts.addAll(List.of(seen.actor(), session.linkedAccount())));
    }
    accounts.retainAll(known.log.accountsWithSessions());
    return accounts;
  }

  private static boolean isEndOrReturn(SessionEvent session) {
    return Profiles.ends(session.kind())
        || session.kind() == SessionEvent.Kind.BANNED
        || session.kind() == SessionEvent.Kind.RESTORED;
  }

  private static boolean isCoded(Observation seen) {
    return proposes(seen) || bears(seen, PRICED) || bears(seen, COERCIVE);
  }

  private static boolean bears(Observation seen, Set<SignalCode> codes) {
    return !seen.hasTarget()
        && seen.message().filter(Summaries::isHeard).map(Posts::codes).orElse(Set.of()).stream()
            .anyMatch(codes::contains);
  }

  /** Whether a message goes to a room, or to anybody but its sender. */
  static boolean isHeard(Message message) {
    return message.channel() == Message.Channel.ROOM || !Acceptance.others(message).isEmpty();
  }

  private static boolean proposes(Observation seen) {
    return !seen.hasTarget()
        && seen.message()
            .filter(message -> message.channel() != Message.Channel.ROOM)
            .filter(message -> !Acceptance.others(message).isEmpty())
            .map(
                message ->
                    Posts.codes(message).contains(SignalCode.MEETING_PROPOSAL)
                        || Proposals.isProposal(message))
            .orElse(false);
  }

  /** ¶62: devices that are told of an account at an instant. */
  List<Occasion> at(Instant at) {
    List<Occasion> links = new ArrayList<>();
    NavigableSet<String> accounts = new TreeSet<>();
    for (Observation seen : known.log.at(at)) {
      accounts.add(seen.actor());
      seen.session().map(SessionEvent::linkedAccount).ifPresent(accounts::add);
    }
    for (String account : accounts) {
      for (String device : known.devices.devicesOf(account, at)) {
        if (told.getOrDefault(new At(account, device), new TreeSet<>()).contains(at)) {
          links.add(known.links.atDevice(account, device, at));
        }
      }
    }
    return links;
  }

  /** A row for each account of a cluster at a device. */
  List<Rows.Row> rows(Occasion.OfLink link, Instant asOf) {
    List<Rows.Row> rows = new ArrayList<>();
    for (String account : link.cluster()) {
      Optional<Instant> latest = told(account, link.id(), asOf);
      Optional<Observation> sighting = known.devices.latestSighting(account, link.id(), asOf);
      if (latest.isPresent() && sighting.isPresent()) {
        Map<String, Long> columns = summary(account, latest.get(), asOf);
        SessionEvent session = sighting.get().session().orElseThrow();
        columns.put("emulator", flag(session.deviceKind() == SessionEvent.DeviceKind.EMULATOR));
        columns.put("hosting", flag(session.networkKind() == SessionEvent.NetworkKind.HOSTING));
        rows.add(
            new Rows.Row(sighting.get().at(), account, columns, Map.of("account", account))
                .restingOn(latest.get()));
      }
    }
    return rows;
  }

  /** When a device was told of an account last, if it was of a person then. */
  Optional<Instant> told(String account, String device, Instant asOf) {
    return Optional.ofNullable(
            told.getOrDefault(new At(account, device), new TreeSet<>()).floor(asOf))
        .filter(latest -> known.profiles.isPerson(account, latest));
  }

  /** What was told of an account at one time, counted to another. */
  private Map<String, Long> summary(String account, Instant told, Instant asOf) {
    Belief own = known.ages.own(account, told);
    OptionalLong goneMs = known.profiles.goneMs(account, told);
    OptionalLong createdMs = known.profiles.createdMs(account, told);
    long lifetime =
        goneMs.isPresent() && createdMs.isPresent()
            ? Fixed.whole(Days.begunHours(goneMs.getAsLong() - createdMs.getAsLong()))
            : Fixed.UNKNOWN;
    Map<String, Long> columns = new TreeMap<>();
    columns.put("likely_minor", flag(own.sourced() && own.pMinor() >= Fixed.ONE / 2));
    columns.put("gone_hours", hours(goneMs, asOf));
    columns.put("lifetime_hours", lifetime);
    columns.put("conversations", Fixed.whole(known.contacts.newContacts(account, told).size()));
    columns.put("proposed_hours", hours(latestMs(account, told, Summaries::proposes), asOf));
    columns.put("priced_hours", hours(latestMs(account, told, seen -> bears(seen, PRICED)), asOf));
    columns.put(
        "coerced_hours", hours(latestMs(account, told, seen -> bears(seen, COERCIVE)), asOf));
    return columns;
  }

  private OptionalLong latestMs(
      String account, Instant told, java.util.function.Predicate<Observation> counts) {
    return known.log.messagesOf(account).stream()
        .filter(seen -> !seen.at().isAfter(told) && counts.test(seen))
        .filter(seen -> !known.forgetting.isForgotten(account, seen.at(), told))
        .mapToLong(seen -> seen.at().timeMs())
        .max();
  }

  private static long hours(OptionalLong sinceMs, Instant asOf) {
    return sinceMs.isPresent()
        ? Fixed.whole(Days.begunHours(asOf.timeMs() - sinceMs.getAsLong()))
        : Fixed.UNKNOWN;
  }

  private static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
