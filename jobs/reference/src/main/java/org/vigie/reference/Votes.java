package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Whose reactions to an account are one vote together (page 0011 ¶49). */
final class Votes {
  private static final long CREATED_TOGETHER_MS = Days.HOUR_MS;

  private final Contacts contacts;
  private final Devices devices;
  private final Profiles profiles;

  Votes(Contacts contacts, Devices devices, Profiles profiles) {
    this.contacts = contacts;
    this.devices = devices;
    this.profiles = profiles;
  }

  /** How many others there are, those who are joined counted once. */
  int count(Collection<String> others, Map<String, KeptPair> pairs) {
    Map<String, Instant> reacted = new HashMap<>();
    for (String other : others) {
      latestReaction(other, pairs).ifPresent(at -> reacted.put(other, at));
    }
    List<Set<String>> clusters = new ArrayList<>();
    for (String other : others) {
      Set<String> joined = new TreeSet<>(List.of(other));
      for (Set<String> cluster : List.copyOf(clusters)) {
        if (cluster.stream().anyMatch(one -> areJoined(one, other, reacted))) {
          joined.addAll(cluster);
          clusters.remove(cluster);
        }
      }
      clusters.add(joined);
    }
    return clusters.size();
  }

  private static Optional<Instant> latestReaction(String other, Map<String, KeptPair> pairs) {
    KeptPair pair = pairs.get(other);
    return pair == null
        ? Optional.empty()
        : pair.events().stream()
            .filter(event -> event.isReaction() && event.from().equals(other))
            .map(SignedEvent::at)
            .reduce(Newest::later);
  }

  private boolean areJoined(String one, String other, Map<String, Instant> reacted) {
    Instant then = reacted.get(one);
    Instant when = reacted.get(other);
    if (then == null || when == null) {
      return false;
    }
    Set<String> devicesInCommon = new TreeSet<>(devices.joining(one, then));
    devicesInCommon.retainAll(devices.joining(other, when));
    return !devicesInCommon.isEmpty()
        || areCreatedTogether(
            profiles.createdToOthersMs(one, then), profiles.createdToOthersMs(other, when))
        || then.isBefore(when) && contacts.knownBefore(other, when).contains(one)
        || when.isBefore(then) && contacts.knownBefore(one, then).contains(other);
  }

  private static boolean areCreatedTogether(OptionalLong oneMs, OptionalLong otherMs) {
    return oneMs.isPresent()
        && otherMs.isPresent()
        && Math.abs(oneMs.getAsLong() - otherMs.getAsLong()) <= CREATED_TOGETHER_MS;
  }
}
