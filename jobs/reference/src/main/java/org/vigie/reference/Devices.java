package org.vigie.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;

/** Which accounts share devices, and which live in one household (page ¶19, ¶21). */
final class Devices {
  private static final long SEEN_MS = 90 * Days.DAY_MS;
  private static final int DEVICES_MAX = 8;
  private static final int ACCOUNTS_MAX = 16;
  private static final int JOINING_MAX = 4;

  private final Map<String, List<Observation>> byDevice = new HashMap<>();
  private final List<Observation> householdLinks = new ArrayList<>();
  private final Log log;
  private final Forgetting forgetting;

  Devices(Log log, Forgetting forgetting) {
    this.log = log;
    this.forgetting = forgetting;
    for (Observation seen : log.all()) {
      seen.session().ifPresent(session -> index(seen, session));
    }
  }

  private void index(Observation seen, SessionEvent session) {
    if (Unknown.isKnown(session.device())) {
      byDevice.computeIfAbsent(session.device(), device -> new ArrayList<>()).add(seen);
    }
    if (session.kind() == SessionEvent.Kind.HOUSEHOLD_LINKED) {
      householdLinks.add(seen);
    }
  }

  /** The devices that an account keeps: the latest on which it was seen within 90 days. */
  SortedSet<String> devicesOf(String account, Instant asOf) {
    return latestDevices(account, seen -> seen.isWithin(SEEN_MS, asOf));
  }

  private SortedSet<String> latestDevices(String account, Predicate<Instant> counts) {
    Map<String, Instant> latest = new HashMap<>();
    for (Observation seen : log.sessionsOf(account)) {
      String device = seen.session().orElseThrow().device();
      if (Unknown.isKnown(device) && counts.test(seen.at())) {
        latest.merge(device, seen.at(), Newest::later);
      }
    }
    return new TreeSet<>(Newest.ids(latest, DEVICES_MAX));
  }

  /** Whether a session event shows its account on a device that it did not keep (¶19, ¶21). */
  boolean isNewSighting(Observation seen) {
    String device = seen.session().map(SessionEvent::device).orElse(Unknown.ID);
    return Unknown.isKnown(device)
        && !latestDevices(
                seen.actor(),
                earlier -> earlier.isBefore(seen.at()) && earlier.isWithin(SEEN_MS, seen.at()))
            .contains(device);
  }

  /** ¶21: the account and those whom the device joins with it. */
  SortedSet<String> cluster(String account, String device, Instant asOf) {
    SortedSet<String> cluster = new TreeSet<>(List.of(account));
    List<String> seenThere = accountsOn(device, asOf);
    if (joins(device, asOf) && seenThere.contains(account)) {
      cluster.addAll(seenThere);
      cluster.removeIf(other -> areHousehold(account, other, asOf));
    }
    return cluster;
  }

  private List<String> accountsOn(String device, Instant asOf) {
    Map<String, Instant> latest = new HashMap<>();
    for (Observation seen : sightings(device)) {
      if (seen.at().isWithin(SEEN_MS, asOf) && devicesOf(seen.actor(), asOf).contains(device)) {
        latest.merge(seen.actor(), seen.at(), Newest::later);
      }
    }
    return Newest.ids(latest, ACCOUNTS_MAX);
  }

  /** ¶19: not once any event called it shared, or showed it on a school's or a public network. */
  private boolean joins(String device, Instant asOf) {
    return sightings(device).stream()
        .filter(seen -> !seen.at().isAfter(asOf))
        .map(seen -> seen.session().orElseThrow())
        .noneMatch(Devices::isForMany);
  }

  private static boolean isForMany(SessionEvent session) {
    return session.deviceKind() == SessionEvent.DeviceKind.SHARED
        || session.networkKind() == SessionEvent.NetworkKind.SCHOOL
        || session.networkKind() == SessionEvent.NetworkKind.PUBLIC;
  }

  /**
   * Devices by which an account can be joined with others, by its own events alone (page 0011 ¶49).
   */
  SortedSet<String> joining(String account, Instant asOf) {
    Map<String, Instant> latest = new HashMap<>();
    Set<String> forMany = new HashSet<>();
    for (Observation seen : log.sessionsOf(account)) {
      SessionEvent session = seen.session().orElseThrow();
      if (Unknown.isKnown(session.device()) && !seen.at().isAfter(asOf)) {
        latest.values().removeIf(at -> !at.isWithin(SEEN_MS, seen.at()));
        forMany.retainAll(latest.keySet());
        latest.put(session.device(), seen.at());
        if (isForMany(session)) {
          forMany.add(session.device());
        }
        latest.keySet().retainAll(Newest.ids(latest, JOINING_MAX));
      }
    }
    latest.values().removeIf(at -> !at.isWithin(SEEN_MS, asOf));
    SortedSet<String> joining = new TreeSet<>(latest.keySet());
    joining.removeAll(forMany);
    return joining;
  }

  /** The latest sighting of an account on a device. */
  Optional<Observation> latestSighting(String account, String device, Instant asOf) {
    return sightings(device).stream()
        .filter(seen -> seen.actor().equals(account) && !seen.at().isAfter(asOf))
        .reduce((earlier, later) -> later);
  }

  private List<Observation> sightings(String device) {
    return byDevice.getOrDefault(device, List.of());
  }

  /** Whether a household link joins two accounts, in the eyes of either. */
  private boolean areHousehold(String one, String other, Instant asOf) {
    return isOfHousehold(one, other, asOf) || isOfHousehold(other, one, asOf);
  }

  /** Whether a household link joins an account with another, as far as the account knows. */
  boolean isOfHousehold(String account, String other, Instant asOf) {
    return !account.equals(other)
        && householdLinks.stream()
            .filter(seen -> !seen.at().isAfter(asOf))
            .filter(seen -> !forgetting.isForgotten(account, seen.at(), asOf))
            .anyMatch(
                seen -> {
                  String linked = seen.session().orElseThrow().linkedAccount();
                  return Log.Two.of(seen.actor(), linked).equals(Log.Two.of(account, other));
                });
  }
}
