package org.vigie.core.rule;

/** In what part a rule sees its subject (CONTRACT §6). */
public enum SubjectRole {
  SUSPECTED_ACTOR,
  POSSIBLE_VICTIM,
  NEUTRAL
}
