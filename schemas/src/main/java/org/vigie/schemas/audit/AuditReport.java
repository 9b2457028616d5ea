package org.vigie.schemas.audit;

import java.util.List;
import org.vigie.alert.AuditEntry;

/**
 * What came of a verification.
 *
 * @param entries that were read
 * @param repeats of them that repeat one before word for word, as a restart makes them
 * @param signedHeads heads whose signature holds, or that have one where there is no key to tell
 * @param unsignedHeads heads without
 * @param ends the last entry of each writer, in the order in which the writers began
 * @param breaks the first broken place of each chain, in the order of reading
 * @param notes what is no break and worth knowing
 */
public record AuditReport(
    long entries,
    long repeats,
    long signedHeads,
    long unsignedHeads,
    List<AuditEntry> ends,
    List<AuditBreak> breaks,
    List<String> notes) {
  public AuditReport {
    ends = List.copyOf(ends);
    breaks = List.copyOf(breaks);
    notes = List.copyOf(notes);
  }

  /** Whether every chain is whole. */
  public boolean isWhole() {
    return breaks.isEmpty();
  }
}
