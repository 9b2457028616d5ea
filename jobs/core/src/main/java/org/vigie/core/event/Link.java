package org.vigie.core.event;

/** A link by its hash. */
public record Link(String hash, Kind kind, ListMatch match) {
  /** What the link leads to. */
  public enum Kind {
    MESSENGER,
    FILE_HOST,
    PAYMENT,
    OTHER
  }
}
