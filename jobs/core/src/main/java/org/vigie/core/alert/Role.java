package org.vigie.core.alert;

/** Part that an account or subject plays in an alert. Append only: stored by ordinal. */
public enum Role {
  SUSPECTED_ACTOR,
  POSSIBLE_VICTIM,
  NEUTRAL
}
