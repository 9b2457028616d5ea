package org.vigie.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditEntry;

/** Whatever is done to a chain shows, but for its end. */
class AuditMutationTest {
  private static final int SEEDS = 2_000;

  @Test
  void findsEveryRandomMutationAndNoneWhereThereIsNone() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      List<AuditEntry> entries = withRepeats(runs(random), random);
      assertThat(verify(entries).breaks()).as("seed %d, untouched", seed).isEmpty();

      String mutation = mutate(entries, random);
      assertThat(verify(entries).breaks()).as("seed %d, %s", seed, mutation).isNotEmpty();
    }
  }

  /** One to three runs, each of which goes on from the one before. */
  private static List<AuditEntry> runs(Random random) {
    List<AuditEntry> entries = Chained.run("run/0", 2 + random.nextInt(6));
    for (int run = 1 + random.nextInt(2); run > 0; run--) {
      AuditEntry last = entries.get(entries.size() - 1);
      entries.addAll(Chained.after(last, "run/" + entries.size(), 2 + random.nextInt(6)));
    }
    return entries;
  }

  /** Every now and then the last few stand there again, as after a restart. */
  private static List<AuditEntry> withRepeats(List<AuditEntry> entries, Random random) {
    List<AuditEntry> repeated = new ArrayList<>();
    for (int end = 0; end < entries.size(); end++) {
      repeated.add(entries.get(end));
      if (random.nextInt(5) == 0) {
        int from = Math.max(0, end - random.nextInt(4));
        repeated.addAll(entries.subList(from, end + 1));
      }
    }
    return repeated;
  }

  private static String mutate(List<AuditEntry> entries, Random random) {
    int at = random.nextInt(entries.size());
    AuditEntry entry = entries.get(at);
    switch (random.nextInt(5)) {
      case 0 -> {
        AuditEntry end = entries.get(entries.size() - 1);
        AuditEntry gone = entry.equals(end) ? entries.get(0) : entry;
        entries.removeIf(gone::equals);
        return "every copy of " + name(gone) + " removed";
      }
      case 1 -> {
        entries.set(at, AuditEntry.newBuilder(entry).setTime(entry.getTime() + 1).build());
        return name(entry) + " changed";
      }
      case 2 -> {
        AuditEntry forged = Chained.sealed(AuditEntry.newBuilder(entry).setEventId("x").build());
        entries.replaceAll(one -> one.equals(entry) ? forged : one);
        entries.add(Chained.after(entry, entry.getWriter(), 1).get(0));
        return name(entry) + " changed everywhere, with its hash";
      }
      case 3 -> {
        AuditEntry forged = Chained.sealed(Chained.next(entry, entries.get(0)));
        AuditEntry own = Chained.sealed(AuditEntry.newBuilder(forged).setEventId("put in").build());
        entries.add(at + 1, own);
        entries.addAll(Chained.after(entry, entry.getWriter(), 1));
        return "one put in behind " + name(entry);
      }
      default -> {
        AuditEntry first = entries.get(0);
        entries.removeIf(first::equals);
        entries.add(first);
        return "the first put to the end";
      }
    }
  }

  private static String name(AuditEntry entry) {
    return entry.getWriter() + " #" + entry.getSequence();
  }

  private static AuditReport verify(List<AuditEntry> entries) {
    AuditVerification verification = new AuditVerification(false, List.of());
    for (AuditEntry entry : entries) {
      verification.take(entry, name(entry));
    }
    return verification.report(List.of());
  }
}
