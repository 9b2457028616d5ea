package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.Meeting;
import org.vigie.core.event.Message;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.Fixed;

/** Which places accounts of devices proposed, and to whom (page 0012 ¶63). */
final class Proposals {
  private static final int TRACES_MAX = 64;
  private static final long TRACES_MS = 30 * Days.DAY_MS;
  private static final long ROWS_MS = 14 * Days.DAY_MS;
  private static final int NAMED_MAX = 16;

  /** A proposal of an account to another. */
  record Proposal(Instant at, String account, String whom, String place) {
    private boolean repeats(Proposal other) {
      return account.equals(other.account) && whom.equals(other.whom) && place.equals(other.place);
    }
  }

  private final Knowledge known;
  private final Map<String, List<Proposal>> atDevices = new HashMap<>();

  Proposals(Knowledge known) {
    this.known = known;
    for (Observation seen : known.log.all()) {
      if (namesPlace(seen) && known.profiles.isPerson(seen.actor(), seen.at())) {
        for (String device : known.devices.devicesOf(seen.actor(), seen.at())) {
          leave(seen, device);
        }
      }
    }
  }

  private void leave(Observation seen, String device) {
    Message message = seen.message().orElseThrow();
    List<Proposal> traces = atDevices.computeIfAbsent(device, absent -> new ArrayList<>());
    Acceptance.others(message).stream()
        .sorted()
        .limit(NAMED_MAX)
        .map(whom -> new Proposal(seen.at(), seen.actor(), whom, message.meeting().place()))
        .forEach(traces::add);
  }

  private static boolean namesPlace(Observation seen) {
    return !seen.hasTarget()
        && seen.message()
            .filter(Proposals::isProposal)
            .filter(message -> !Acceptance.others(message).isEmpty())
            .map(Message::meeting)
            .map(meeting -> Unknown.isKnown(meeting.place()) && !meeting.publicPlace()) // ¶94
            .orElse(false);
  }

  /** Whether a message proposes a meeting to named others. */
  static boolean isProposal(Message message) {
    return message.channel() != Message.Channel.ROOM
        && message.meeting().status() == Meeting.Status.PROPOSED;
  }

  /** Devices that are told of a proposal at an instant. */
  List<Occasion> at(Instant at) {
    List<Occasion> links = new ArrayList<>();
    for (Observation seen : known.log.at(at)) {
      if (namesPlace(seen) && known.profiles.isPerson(seen.actor(), at)) {
        for (String device : known.devices.devicesOf(seen.actor(), at)) {
          links.add(known.links.atDevice(seen.actor(), device, at));
        }
      }
    }
    return links;
  }

  private List<Proposal> kept(String device, Instant asOf) {
    List<Proposal> kept = new ArrayList<>();
    for (Proposal trace : atDevices.getOrDefault(device, List.of())) {
      if (!trace.at().isAfter(asOf)) {
        kept.removeIf(
            earlier -> earlier.repeats(trace) || !earlier.at().isWithin(TRACES_MS, trace.at()));
        kept.add(trace);
        kept.subList(0, Math.max(0, kept.size() - TRACES_MAX)).clear();
      }
    }
    return kept;
  }

  /** Proposals of a place in the last 14 days by accounts of a cluster. */
  List<Proposal> of(Occasion.OfLink link, String place, Instant asOf) {
    return kept(link.id(), asOf).stream()
        .filter(trace -> trace.place().equals(place) && trace.at().isWithin(ROWS_MS, asOf))
        .filter(trace -> link.cluster().contains(trace.account()))
        .toList();
  }

  /** A row for each place that accounts of a cluster proposed. */
  List<Rows.Row> rows(Occasion.OfLink link, Instant asOf) {
    SortedMap<String, Instant> places = new TreeMap<>();
    for (Proposal trace : kept(link.id(), asOf)) {
      if (trace.at().isWithin(ROWS_MS, asOf) && link.cluster().contains(trace.account())) {
        places.put(trace.place(), trace.at());
      }
    }
    List<Rows.Row> rows = new ArrayList<>();
    places.forEach(
        (place, latest) -> {
          SortedSet<String> proposers = new TreeSet<>();
          SortedSet<String> targets = new TreeSet<>();
          for (Proposal trace : of(link, place, asOf)) {
            proposers.add(trace.account());
            targets.add(trace.whom());
          }
          targets.removeAll(link.cluster());
          rows.add(
              new Rows.Row(
                  latest,
                  place,
                  Map.of(
                      "proposers", Fixed.whole(proposers.size()),
                      "targets", Fixed.whole(targets.size()))));
        });
    return rows;
  }
}
