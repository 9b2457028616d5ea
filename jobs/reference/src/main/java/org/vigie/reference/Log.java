package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that counts in one community, in order, never changed; with a few ways to look it up,
 * so that re-reading stays bearable. Questions about an instant pass it along and ignore the rest.
 */
final class Log {
  /** Two accounts, in either order. */
  record Two(String lesser, String greater) implements Comparable<Two> {
    private static final Comparator<Two> ORDER =
        Comparator.comparing(Two::lesser).thenComparing(Two::greater);

    static Two of(String one, String other) {
      return one.compareTo(other) <= 0 ? new Two(one, other) : new Two(other, one);
    }

    @Override
    public int compareTo(Two other) {
      return ORDER.compare(this, other);
    }
  }

  private final List<Observation> all;
  private final SortedMap<Instant, List<Observation>> byInstant = new TreeMap<>();
  private final Map<String, List<Observation>> sessions = new HashMap<>();
  private final Map<String, List<Observation>> messages = new HashMap<>();
  private final Map<Two, List<Observation>> between = new HashMap<>();
  private final Map<String, List<Observation>> towards = new HashMap<>();
  private final Map<String, SortedSet<String>> partners = new HashMap<>();

  Log(List<Observation> accepted) {
    all = List.copyOf(accepted);
    for (Observation seen : all) {
      add(byInstant, seen.at(), seen);
      if (seen.session().isPresent()) {
        add(sessions, seen.actor(), seen);
      }
      if (seen.message().isPresent() && !seen.hasTarget()) {
        add(messages, seen.actor(), seen);
      }
      if (Acts.isAct(seen)) {
        add(between, Two.of(seen.actor(), seen.target()), seen);
        add(towards, seen.target(), seen);
        partners.computeIfAbsent(seen.actor(), account -> new TreeSet<>()).add(seen.target());
        partners.computeIfAbsent(seen.target(), account -> new TreeSet<>()).add(seen.actor());
      }
    }
  }

  private static <K> void add(Map<K, List<Observation>> index, K key, Observation seen) {
    index.computeIfAbsent(key, absent -> new ArrayList<>()).add(seen);
  }

  /** Everything, in order. */
  List<Observation> all() {
    return all;
  }

  /** Each instant with what it brings, in order. */
  SortedMap<Instant, List<Observation>> instants() {
    return byInstant;
  }

  /** What an instant brings. */
  List<Observation> at(Instant instant) {
    return byInstant.getOrDefault(instant, List.of());
  }

  /** Accounts of which there are session events. */
  Set<String> accountsWithSessions() {
    return sessions.keySet();
  }

  /** Session events of an account. */
  List<Observation> sessionsOf(String account) {
    return sessions.getOrDefault(account, List.of());
  }

  /** Messages of an account, apart from their recipients. */
  List<Observation> messagesOf(String account) {
    return messages.getOrDefault(account, List.of());
  }

  /** Acts of either of the two towards the other. */
  List<Observation> actsBetween(Two two) {
    return between.getOrDefault(two, List.of());
  }

  /** Acts of anyone towards an account. */
  List<Observation> actsTowards(String account) {
    return towards.getOrDefault(account, List.of());
  }

  /** Everyone who ever acts towards the account, or it towards them. */
  SortedSet<String> partnersOf(String account) {
    return partners.getOrDefault(account, Collections.emptySortedSet());
  }
}
