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
    return latestDevices(account, seen -> true, asOf);
  }

  private SortedSet<String> latestDevices(String account, Predicate<Instant> counts, Instant asOf) {
    Map<String, Instant> latest = new HashMap<>();
    for (Observation seen : log.sessionsOf(account)) {
      String device = seen.session().orElseThrow().device();
      boolean isKept =
          seen.at().isWithin(SEEN_MS, asOf) && !forgetting.isErased(account, seen.at(), asOf);
      if (Unknown.isKnown(device) && isKept && counts.test(seen.at())) {
        latest.merge(device, seen.at(), Newest::later);
      }
    }
    return new TreeSet<>(Newest.ids(latest, DEVICES_MAX));
  }

  /** Whether a session event shows its account on a device where it was not seen (¶19, ¶21). */
  boolean isNewSighting(Observation seen) {
    String device = seen.session().map(SessionEvent::device).orElse(Unknown.ID);
    return Unknown.isKnown(device)
        && sightings(device).stream()
            .filter(earlier -> earlier.actor().equals(seen.actor()))
            .map(Observation::at)
            .filter(earlier -> earlier.isBefore(seen.at()))
            .reduce(Newest::later)
            .filter(earlier -> isStillSeen(earlier, seen))
            .isEmpty();
  }

  /** Whether the device still knows of the sighting before another one. */
  private boolean isStillSeen(Instant earlier, Observation seen) {
    Instant told = forgetting.knownElsewhere(seen.actor(), earlier, seen.at());
    return earlier.isWithin(SEEN_MS, seen.at())
        && latestDevices(seen.actor(), sighting -> sighting.isBefore(seen.at()), told)
            .contains(seen.session().orElseThrow().device());
  }

  /** ¶21: the account and those whom the device joins with it. */
  SortedSet<String> cluster(String account, String device, Instant asOf) {
    SortedSet<String> cluster = new TreeSet<>(List.of(account));
    List<String> seenThere = accountsOn(device, asOf);
    if (joins(device, asOf) && seenThere.contains(account)) {
      cluster.addAll(seenThere);
      cluster.removeIf(other -> areHousehold(account, other, device, asOf));
    }
    return cluster;
  }

  private List<String> accountsOn(String device, Instant asOf) {
    Map<String, Instant> latest = new HashMap<>();
    for (Observation seen : sightings(device)) {
      if (seen.at().isWithin(SEEN_MS, asOf)) {
        latest.merge(seen.actor(), seen.at(), Newest::later);
      }
    }
    // Nobody tells a device that what an account did went (page 0015 ¶84).
    latest
        .entrySet()
        .removeIf(
            sighting -> {
              String account = sighting.getKey();
              Instant told = forgetting.knownElsewhere(account, sighting.getValue(), asOf);
              return !devicesOf(account, told).contains(device);
            });
    return Newest.ids(latest, ACCOUNTS_MAX);
  }

  /** As of when a device knows an account. */
  private Instant toldOf(String account, String device, Instant asOf) {
    return latestSighting(account, device, asOf)
        .map(seen -> forgetting.knownElsewhere(account, seen.at(), asOf))
        .orElse(asOf);
  }

  /** Whether a device was told of what an account did at an instant (¶21, page 0015 ¶88). */
  boolean isToldTo(String device, String account, Instant then, Instant asOf) {
    return !forgetting.isErased(account, Instant.NEVER, asOf)
        || devicesOf(account, then).contains(device)
        || sightings(device).stream()
            .filter(seen -> seen.actor().equals(account))
            .filter(seen -> seen.at().isAfter(then) && !seen.at().isAfter(asOf))
            .anyMatch(seen -> !forgetting.isErased(account, then, seen.at()));
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
      boolean isKept =
          !seen.at().isAfter(asOf) && !forgetting.isErasedByOthers(account, seen.at(), asOf);
      if (Unknown.isKnown(session.device()) && isKept) {
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

  /** Whether a household link joins two accounts, in the eyes of either as a device knows them. */
  private boolean areHousehold(String one, String other, String device, Instant asOf) {
    return isOfHousehold(one, other, toldOf(one, device, asOf))
        || isOfHousehold(other, one, toldOf(other, device, asOf));
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
