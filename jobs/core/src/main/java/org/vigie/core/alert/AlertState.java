package org.vigie.core.alert;

/** Where an alert stands (CONTRACT §6). Append only: stored by ordinal. */
public enum AlertState {
  OPEN,
  CONFIRMED,
  DISMISSED,
  WITHDRAWN,
  EXPIRED
}
