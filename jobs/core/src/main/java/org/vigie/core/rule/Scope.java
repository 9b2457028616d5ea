package org.vigie.core.rule;

/** What a rule judges, and with that the stop whose knowledge it needs. */
public enum Scope {
  /** One account by all it did; judged at SENDER. */
  ACCOUNT,
  /** What one account did towards one other; judged at SENDER, which knows the actor's age. */
  PAIR,
  /** Accounts joined by one device, place or (failing both) one account; judged at LINKS. */
  LINK
}
