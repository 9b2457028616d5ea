package org.vigie.tidy.planted.rules;

import org.vigie.tidy.planted.core.rule.PlantedRule;

/** Keeps the wall: rules know core. */
final class AllowedUser {
  private AllowedUser() {}

  static Class<?> known() {
    return PlantedRule.class;
  }
}
