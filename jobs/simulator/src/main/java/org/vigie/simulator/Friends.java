package org.vigie.simulator;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The platform's declared friend graph. */
final class Friends {
  private final Map<String, Set<String>> byAccount = new HashMap<>();

  void befriend(Person one, Person other) {
    if (!one.id().equals(other.id())) {
      add(one.id(), other.id());
      add(other.id(), one.id());
    }
  }

  boolean are(Person one, Person other) {
    return of(one).contains(other.id());
  }

  Set<String> of(Person person) {
    return byAccount.getOrDefault(person.id(), Collections.emptySet());
  }

  /** How many friends two have in common. */
  int mutual(Person one, Person other) {
    int count = 0;
    Set<String> others = of(other);
    for (String friend : of(one)) {
      count += others.contains(friend) ? 1 : 0;
    }
    return count;
  }

  private void add(String one, String other) {
    byAccount.computeIfAbsent(one, missing -> new TreeSet<>()).add(other);
  }
}
