package org.vigie.schemas.audit;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.schemas.audit.AuditBreak.Kind;

/**
 * Checks whether audit entries are whole chains, in the order in which they stand on the topic: the
 * numbers of each writer rise by one, each entry names the hash of the one before, and its own is
 * that of its content. The same entry may stand there more than once; two different ones of one
 * number may not. Of each writer the first broken place is reported, and nothing after it.
 *
 * <p>A chain says nothing of what was cut off its end: heads that were kept elsewhere do ({@link
 * #report}).
 *
 * <p>It keeps one hash an entry. Not thread-safe.
 */
public final class AuditVerification {
  private final AuditSeal seal = new AuditSeal();
  private final List<PublicKey> keys;
  private final boolean fromTheMiddle;
  private final Map<String, Chain> chains = new LinkedHashMap<>();
  private final List<Place> beginnings = new ArrayList<>();
  private final TreeMap<Long, AuditBreak> breaks = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private long entries;
  private long repeats;
  private long signedHeads;
  private long unsignedHeads;
  private long oldestMs = Long.MAX_VALUE;
  private @Nullable Place lastHead;

  /** An entry where it stands. */
  private record Place(long number, AuditEntry entry, String name) {
    private AuditBreak broken(Kind kind, String expected, String found) {
      return new AuditBreak(name, entry.getWriter(), entry.getSequence(), kind, expected, found);
    }
  }

  /**
   * A verification.
   *
   * @param fromTheMiddle whether what is read may begin later than the chains do, as a topic does
   *     whose oldest records are past their retention
   * @param keys a signature must be by one of them; none: signatures are counted and not checked
   */
  public AuditVerification(boolean fromTheMiddle, List<PublicKey> keys) {
    this.fromTheMiddle = fromTheMiddle;
    this.keys = List.copyOf(keys);
  }

  /**
   * Takes the next entry.
   *
   * @param name its place, in words
   */
  public void take(AuditEntry entry, String name) {
    Place place = new Place(entries++, entry, name);
    oldestMs = Math.min(oldestMs, entry.getTime());
    Chain chain = chains.get(entry.getWriter());
    if (chain != null && chain.isBroken()) {
      return;
    }
    String hash = seal.hash(entry);
    if (chain == null) {
      chain = new Chain(entry, hash);
      chains.put(entry.getWriter(), chain);
      begin(place);
    } else {
      follow(chain, place, hash);
    }
    checkContent(place, hash);
  }

  /**
   * Takes something that stands where an entry should.
   *
   * @param name its place, in words
   * @param found what is wrong with it
   */
  public void takeNoEntry(String name, String found) {
    breaks.put(entries++, new AuditBreak(name, "", 0, Kind.NO_ENTRY, "an entry", found));
  }

  private void checkContent(Place place, String hash) {
    AuditEntry entry = place.entry();
    if (entry.getKind() == AuditKind.UNRECOGNISED) {
      breaks(
          place.broken(Kind.NEWER_VERSION, "a kind of entry that is known", "one that is not"),
          place);
    } else if (!hash.equals(entry.getHash())) {
      breaks(place.broken(Kind.CHANGED, "content with the hash " + entry.getHash(), hash), place);
    } else if (entry.getKind() == AuditKind.HEAD) {
      checkSignature(place);
    }
  }

  private void begin(Place place) {
    AuditEntry entry = place.entry();
    beginnings.add(place);
    if (entry.getSequence() == 1) {
      boolean hasPast = entry.getContinuesWriter() != null;
      if (!hasPast && entry.getPrevHash() != null) {
        breaks(place.broken(Kind.WRONG_PREDECESSOR, "no entry before", entry.getPrevHash()), place);
      }
    } else if (fromTheMiddle) {
      notes.add(
          entry.getWriter()
              + " begins here with #"
              + entry.getSequence()
              + ": what was before is past its retention or was removed, only a kept head tells");
    } else {
      breaks(place.broken(Kind.GAP, "#1", "#" + entry.getSequence()), place);
    }
  }

  private void follow(Chain chain, Place place, String hash) {
    AuditEntry entry = place.entry();
    long next = chain.last().getSequence() + 1;
    long sequence = entry.getSequence();
    if (sequence > next) {
      breaks(place.broken(Kind.GAP, "#" + next, "#" + sequence), place);
    } else if (sequence == next) {
      String before = chain.hash(next - 1);
      if (!before.equals(entry.getPrevHash())) {
        String found = String.valueOf(entry.getPrevHash());
        breaks(place.broken(Kind.WRONG_PREDECESSOR, before, found), place);
      }
      chain.add(entry, hash);
    } else {
      repeat(chain, place, hash);
    }
  }

  /** What stood before the first entry that is left can't be compared. */
  private void repeat(Chain chain, Place place, String hash) {
    long sequence = place.entry().getSequence();
    repeats++;
    if (chain.has(sequence) && !chain.hash(sequence).equals(hash)) {
      breaks(place.broken(Kind.TWO_OF_ONE_NUMBER, chain.hash(sequence), hash), place);
    } else if (!chain.has(sequence) && !fromTheMiddle) {
      breaks(place.broken(Kind.GAP, "#" + chain.first() + " or later", "#" + sequence), place);
    }
  }

  private void checkSignature(Place place) {
    lastHead = place;
    boolean signed = place.entry().getSignature() != null;
    if (!signed) {
      unsignedHeads++;
      if (!keys.isEmpty() && signedHeads > 0) {
        breaks(place.broken(Kind.SIGNATURE, "a signature, as heads before had", "none"), place);
      }
    } else if (keys.isEmpty()
        || keys.stream().anyMatch(key -> seal.isSignedBy(place.entry(), key))) {
      signedHeads++;
    } else {
      breaks(place.broken(Kind.SIGNATURE, "a signature by a key that was given", "another"), place);
    }
  }

  /**
   * What came of it, once everything was taken.
   *
   * @param kept entries that must be there unless they are older than all that was read
   */
  public AuditReport report(List<KeptHead> kept) {
    beginnings.forEach(this::checkPast);
    if (lastHead != null && !keys.isEmpty() && signedHeads == 0) {
      breaks(
          lastHead.broken(Kind.SIGNATURE, "heads signed by a key that was given", "none"),
          lastHead);
    }
    List<AuditBreak> all = new ArrayList<>(breaks.values());
    kept.forEach(head -> hold(head, all));
    List<AuditEntry> ends = chains.values().stream().map(Chain::last).toList();
    return new AuditReport(entries, repeats, signedHeads, unsignedHeads, ends, all, notes);
  }

  /** Whether what a run goes on from is there, wherever on the topic. */
  private void checkPast(Place place) {
    AuditEntry entry = place.entry();
    String writer = entry.getContinuesWriter();
    Long sequence = entry.getContinuesSequence();
    if (entry.getSequence() != 1) {
      return;
    }
    if (writer == null || sequence == null) {
      if (beginnings.indexOf(place) > 0) {
        notes.add(entry.getWriter() + " has no past: the job was started without state");
      }
      return;
    }
    Chain past = chains.get(writer);
    if (past == null || sequence < past.first()) {
      missPast(place, writer, sequence);
    } else if (!past.isBroken()) {
      join(place, past, sequence);
    }
  }

  private void missPast(Place place, String writer, long sequence) {
    if (fromTheMiddle) {
      notes.add(
          place.entry().getWriter()
              + " goes on from "
              + writer
              + " #"
              + sequence
              + ", which is past its retention or was removed: only a kept head tells");
    } else {
      breaks(place.broken(Kind.NO_PREDECESSOR, writer + " #" + sequence, "nothing of it"), place);
    }
  }

  private void join(Place place, Chain past, long sequence) {
    AuditEntry end = past.last();
    if (!past.has(sequence)) {
      String found = "its chain ends at #" + end.getSequence();
      breaks(place.broken(Kind.NO_PREDECESSOR, end.getWriter() + " #" + sequence, found), place);
    } else if (!past.hash(sequence).equals(place.entry().getPrevHash())) {
      String found = String.valueOf(place.entry().getPrevHash());
      breaks(place.broken(Kind.WRONG_PREDECESSOR, past.hash(sequence), found), place);
    } else if (sequence < end.getSequence()) {
      notes.add(
          "%s goes on from %s #%d, which itself went on to #%d: an older state was restored; both are whole"
              .formatted(place.entry().getWriter(), end.getWriter(), sequence, end.getSequence()));
    }
  }

  private void hold(KeptHead head, List<AuditBreak> all) {
    Chain chain = chains.get(head.writer());
    boolean isThere = false;
    String found = "no such entry";
    if (chain != null) {
      isThere = chain.has(head.sequence());
      found = isThere ? chain.hash(head.sequence()) : found;
      if (found.equals(head.hash()) || !isThere && chain.isBroken()) {
        return; // what comes after a broken place was not judged
      }
    }
    if (!isThere && fromTheMiddle && head.timeMs() < oldestMs) {
      notes.add(
          head.place() + ": " + head.writer() + " #" + head.sequence() + " is past its retention");
      return;
    }
    all.add(
        new AuditBreak(
            head.place(), head.writer(), head.sequence(), Kind.KEPT_HEAD, head.hash(), found));
  }

  private void breaks(AuditBreak broken, Place place) {
    breaks.putIfAbsent(place.number(), broken);
    Chain chain = chains.get(place.entry().getWriter());
    if (chain != null) {
      chain.breaks();
    }
  }
}
