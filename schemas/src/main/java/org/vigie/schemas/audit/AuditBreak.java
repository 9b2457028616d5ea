package org.vigie.schemas.audit;

/**
 * Where a chain is broken.
 *
 * @param place of the entry at which it shows, such as {@code vigie.audit-0@17}; of a head that
 *     somebody kept, where that stands
 * @param writer whose chain
 * @param sequence number of that entry
 * @param kind what is wrong
 * @param expected what would have been right
 * @param found what is there
 */
public record AuditBreak(
    String place, String writer, long sequence, Kind kind, String expected, String found) {
  /** What is wrong. */
  public enum Kind {
    /** An entry's content does not give its hash. */
    CHANGED,
    /** An entry does not follow the one before: one was removed, or put elsewhere. */
    GAP,
    /** Two entries have one number. */
    TWO_OF_ONE_NUMBER,
    /** An entry names another as the one before. */
    WRONG_PREDECESSOR,
    /** What a run says it goes on from is not there. */
    NO_PREDECESSOR,
    /** A day's head is not signed by the key. */
    SIGNATURE,
    /** A head that was kept elsewhere is not in the chain. */
    KEPT_HEAD,
    /** What stands there is no entry. */
    NO_ENTRY,
    /** An entry that this version can't judge. */
    NEWER_VERSION
  }
}
