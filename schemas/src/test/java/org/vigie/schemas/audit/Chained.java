package org.vigie.schemas.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.event.ReviewDecision;

/** Chains as a job writes them, written shortly. */
final class Chained {
  static final String RUN = "vigie-detection/1764493200000";
  static final String NEXT_RUN = "vigie-detection/1764500000000";

  private static final long START_MS = 1_764_493_200_000L;
  private static final AuditSeal SEAL = new AuditSeal();

  private Chained() {}

  /** A run of so many entries. */
  static List<AuditEntry> run(String writer, int count) {
    return after(null, writer, count);
  }

  /** A run of so many entries that goes on from an entry. */
  static List<AuditEntry> after(@Nullable AuditEntry past, String writer, int count) {
    List<AuditEntry> entries = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      AuditEntry before = entries.isEmpty() ? past : entries.get(entries.size() - 1);
      entries.add(SEAL.sealed(next(before, review(writer, i))));
    }
    return entries;
  }

  /** An entry put behind another, without its hash. */
  static AuditEntry next(@Nullable AuditEntry before, AuditEntry entry) {
    AuditEntry.Builder placed = AuditEntry.newBuilder(entry).setSequence(1);
    placed.setContinuesWriter(null).setContinuesSequence(null).setPrevHash(null);
    if (before == null) {
      return placed.build();
    }
    placed.setPrevHash(before.getHash());
    return before.getWriter().equals(entry.getWriter())
        ? placed.setSequence(before.getSequence() + 1).build()
        : placed
            .setContinuesWriter(before.getWriter())
            .setContinuesSequence(before.getSequence())
            .build();
  }

  /** A head behind an entry, without its hash. */
  static AuditEntry head(AuditEntry before) {
    return next(
        before,
        AuditEntry.newBuilder()
            .setWriter(before.getWriter())
            .setSequence(0)
            .setKind(AuditKind.HEAD)
            .setTime(before.getTime())
            .setDay("2025-11-30")
            .build());
  }

  static AuditEntry sealed(AuditEntry entry) {
    return SEAL.sealed(entry);
  }

  /** The head that somebody kept of an entry. */
  static KeptHead kept(AuditEntry entry) {
    return new KeptHead(
        "heads.jsonl:1",
        entry.getWriter(),
        entry.getSequence(),
        String.valueOf(entry.getHash()),
        entry.getTime());
  }

  private static AuditEntry review(String writer, int number) {
    return AuditEntry.newBuilder()
        .setWriter(writer)
        .setSequence(0)
        .setKind(AuditKind.REVIEW_TAKEN)
        .setTime(START_MS + number)
        .setCommunity("c1")
        .setEventId("r" + number)
        .setReviewer("reviewer")
        .setDecision(ReviewDecision.CONFIRMED)
        .build();
  }
}
