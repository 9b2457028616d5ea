package org.vigie.schemas.audit;

import java.util.ArrayList;
import java.util.List;
import org.vigie.alert.AuditEntry;

/** What was read of one writer: its hashes by number, without gaps. */
final class Chain {
  private final List<String> hashes = new ArrayList<>();
  private final long first;
  private AuditEntry last;
  private boolean broken;

  /** A chain that begins with an entry. */
  Chain(AuditEntry entry, String hash) {
    this.first = entry.getSequence();
    this.last = entry;
    hashes.add(hash);
  }

  /** Goes on with the entry that comes next. */
  void add(AuditEntry entry, String hash) {
    last = entry;
    hashes.add(hash);
  }

  /** From here on nothing can be said of it. */
  void breaks() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }

  /** Number of the first entry that was read. */
  long first() {
    return first;
  }

  /** The last entry that was read. */
  AuditEntry last() {
    return last;
  }

  /** Whether an entry of this number was read. */
  boolean has(long sequence) {
    return sequence >= first && sequence <= last.getSequence();
  }

  /** The hash of an entry that was read. */
  String hash(long sequence) {
    return hashes.get((int) (sequence - first));
  }
}
