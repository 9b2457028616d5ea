package org.vigie.detection.audit;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.schemas.audit.AuditSeal;

/**
 * The writer of one chain. Notes come in any order and wait until time has passed them; then they
 * become entries, in the order of event time. An entry waits again until a checkpoint that holds it
 * is complete, so that nothing is sent that a restart could make otherwise.
 *
 * <p>Not thread-safe.
 */
final class AuditWriter {
  /** Notes that may wait for time to pass; with more, the oldest become entries early. */
  static final int PENDING_MAX = 65_536;

  /** In the place of a writer's name: what the note says is not so, and was never settled. */
  static final String TAKES_BACK = "-";

  /** No day has begun yet. */
  static final long NO_DAY = Long.MIN_VALUE;

  private static final long DAY_MS = 86_400_000L;
  private static final Comparator<String> TEXTS = Comparator.nullsFirst(Comparator.naturalOrder());

  /** Everything that tells two notes apart, so that arrival does not matter. */
  private static final Comparator<AuditEntry> BY_TIME =
      Comparator.comparingLong(AuditEntry::getTime)
          .thenComparing(AuditEntry::getCommunity, TEXTS)
          .thenComparing(AuditEntry::getEventId, TEXTS)
          .thenComparing(AuditEntry::getKind)
          .thenComparing(AuditEntry::getSourceTopic, TEXTS)
          .thenComparing(AuditEntry::getPartition, Comparator.nullsFirst(Integer::compare))
          .thenComparing(AuditEntry::getOffset, Comparator.nullsFirst(Long::compare))
          .thenComparing(AuditEntry::getAlertId, TEXTS)
          .thenComparing(AuditEntry::getHeldBy, TEXTS)
          .thenComparing(AuditEntry::getErased, TEXTS)
          .thenComparing(AuditEntry::getBundle, TEXTS);

  private final AuditSeal seal = new AuditSeal();
  private final String writer;
  private final HeadSigner signer;
  private final Consumer<AuditKind> counter;
  private final PriorityQueue<AuditEntry> pending = new PriorityQueue<>(BY_TIME);
  private final ArrayDeque<AuditEntry> unsent = new ArrayDeque<>();
  private final TreeMap<Long, Long> chainedBy = new TreeMap<>();
  private @Nullable AuditEntry last;
  private long day;
  private long chained;
  private long sent;

  /**
   * What a checkpoint keeps of a writer.
   *
   * @param day the day that is not over yet, in days since 1970, or {@link #NO_DAY}
   * @param last the entry that was chained last, null if none was
   * @param pending notes that wait for time to pass
   * @param unsent entries that may not have been sent yet, in their order
   */
  record Kept(
      long day, @Nullable AuditEntry last, List<AuditEntry> pending, List<AuditEntry> unsent) {
    /** Nothing yet. */
    static final Kept NOTHING = new Kept(NO_DAY, null, List.of(), List.of());

    Kept {
      pending = List.copyOf(pending);
      unsent = List.copyOf(unsent);
    }
  }

  /**
   * A writer that goes on from a checkpoint.
   *
   * @param writer its name; if it is not that of the last entry, another chain begins, which says
   *     what it goes on from
   * @param signer signs heads
   * @param counter is told of each entry that is chained
   */
  AuditWriter(String writer, HeadSigner signer, Kept kept, Consumer<AuditKind> counter) {
    this.writer = writer;
    this.signer = signer;
    this.counter = counter;
    this.day = kept.day();
    this.last = kept.last();
    pending.addAll(kept.pending());
    unsent.addAll(kept.unsent());
    chained = unsent.size();
  }

  /**
   * Takes a note: an entry without its place in the chain. One that takes another back undoes it.
   */
  void note(AuditEntry note) {
    if (note.getWriter().equals(TAKES_BACK)) {
      pending.remove(AuditEntry.newBuilder(note).setWriter("").build());
      return;
    }
    pending.add(note);
    while (pending.size() > PENDING_MAX) {
      chainOldest();
    }
  }

  /** Chains a note at once, after whatever was chained. */
  void begin(AuditEntry note) {
    chain(note);
  }

  /** Time has passed: no earlier note comes any more, but for those that come too late. */
  void passed(long throughMs) {
    while (!pending.isEmpty() && pending.element().getTime() <= throughMs) {
      chainOldest();
    }
    endDaysBefore(Math.floorDiv(throughMs + 1, DAY_MS));
  }

  private void chainOldest() {
    AuditEntry oldest = pending.remove();
    endDaysBefore(Math.floorDiv(oldest.getTime(), DAY_MS));
    chain(oldest);
  }

  /** One head, for the day that was not over; days in which nothing was read have none. */
  private void endDaysBefore(long newDay) {
    if (newDay <= day) {
      return;
    }
    if (day != NO_DAY) {
      chain(
          AuditEntry.newBuilder()
              .setWriter(writer)
              .setSequence(0)
              .setKind(AuditKind.HEAD)
              .setTime((day + 1) * DAY_MS)
              .setDay(LocalDate.ofEpochDay(day).toString())
              .build());
    }
    day = newDay;
  }

  private void chain(AuditEntry note) {
    AuditEntry placed = placed(note, last);
    AuditEntry signed = note.getKind() == AuditKind.HEAD ? signer.sign(placed, seal) : placed;
    AuditEntry sealed = seal.sealed(signed);
    last = sealed;
    unsent.add(sealed);
    counter.accept(sealed.getKind());
    chained++;
  }

  private AuditEntry placed(AuditEntry note, @Nullable AuditEntry before) {
    AuditEntry.Builder placed = AuditEntry.newBuilder(note).setWriter(writer).setSequence(1);
    if (before == null) {
      return placed.build();
    }
    placed.setPrevHash(before.getHash());
    return before.getWriter().equals(writer)
        ? placed.setSequence(before.getSequence() + 1).build()
        : placed
            .setContinuesWriter(before.getWriter())
            .setContinuesSequence(before.getSequence())
            .build();
  }

  /** What a checkpoint must keep. */
  Kept keep(long checkpoint) {
    chainedBy.put(checkpoint, chained);
    return new Kept(day, last, new ArrayList<>(pending), new ArrayList<>(unsent));
  }

  /** A checkpoint is complete: the entries that it was the first to hold, to be sent now. */
  List<AuditEntry> complete(long checkpoint) {
    Map.Entry<Long, Long> newest = chainedBy.floorEntry(checkpoint);
    if (newest == null) {
      return List.of();
    }
    List<AuditEntry> safe = new ArrayList<>();
    while (sent < newest.getValue()) {
      safe.add(unsent.remove());
      sent++;
    }
    chainedBy.headMap(checkpoint, true).clear();
    return safe;
  }
}
