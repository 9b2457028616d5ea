package org.vigie.simulator;

import java.util.List;

/**
 * People who know each other: a class, a workplace, a family.
 *
 * @param chatters those of them who share a group chat; none if there is none
 */
record Circle(List<Person> members, List<Person> chatters) {
  Circle {
    members = List.copyOf(members);
    chatters = List.copyOf(chatters);
  }
}
