package org.vigie.tidy.planted.reference;

import org.vigie.tidy.planted.core.event.PlantedEvent;
import org.vigie.tidy.planted.core.rule.PlantedRule;

/** Keeps the wall: wire types and rules only. */
final class AllowedUser {
  private AllowedUser() {}

  static String use(PlantedEvent event, PlantedRule rule) {
    return event.id() + rule.id();
  }
}
