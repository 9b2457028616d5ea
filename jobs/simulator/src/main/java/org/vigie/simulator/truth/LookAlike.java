package org.vigie.simulator.truth;

import java.util.Set;

/**
 * Someone who looks like a harm and is none.
 *
 * @param name what it is called in reports
 * @param accounts accounts that do what looks bad
 * @param why why it is none
 */
public record LookAlike(String name, Set<String> accounts, String why) {
  public LookAlike {
    accounts = Set.copyOf(accounts);
  }
}
