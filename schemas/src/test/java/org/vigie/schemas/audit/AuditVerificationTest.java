package org.vigie.schemas.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.schemas.audit.AuditBreak.Kind;

class AuditVerificationTest {
  @Test
  void findsAWholeChainWhole() {
    AuditReport report = verify(Chained.run(Chained.RUN, 5));

    assertThat(report.isWhole()).isTrue();
    assertThat(report.entries()).isEqualTo(5);
    assertThat(report.repeats()).isZero();
    assertThat(report.ends()).extracting(AuditEntry::getSequence).containsExactly(5L);
    assertThat(report.notes()).isEmpty();
    assertThat(verify(List.of()).isWhole()).isTrue();
  }

  @Test
  void acceptsWhatARestartRepeatsWordForWord() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    List<AuditEntry> repeated = new ArrayList<>(entries.subList(0, 4));
    repeated.addAll(entries.subList(1, 5));

    AuditReport report = verify(repeated);

    assertThat(report.isWhole()).isTrue();
    assertThat(report.repeats()).isEqualTo(3);
  }

  @Test
  void findsAnEntryThatWasRemoved() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    entries.remove(2);

    assertThat(verify(entries).breaks())
        .containsExactly(new AuditBreak("@2", Chained.RUN, 4, Kind.GAP, "#3", "#4"));
  }

  @Test
  void findsThatTheFirstWasRemovedUnlessTheBeginningMayBeGone() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    entries.remove(0);

    assertThat(verify(entries).breaks())
        .containsExactly(new AuditBreak("@0", Chained.RUN, 2, Kind.GAP, "#1", "#2"));
    AuditReport middle = new AuditReports(true).of(entries);
    assertThat(middle.isWhole()).isTrue();
    assertThat(middle.notes()).singleElement().asString().contains("begins here with #2");
  }

  @Test
  void findsAnEntryThatWasChanged() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    AuditEntry changed = AuditEntry.newBuilder(entries.get(2)).setReviewer("another").build();
    entries.set(2, changed);

    assertThat(verify(entries).breaks())
        .containsExactly(
            new AuditBreak(
                "@2",
                Chained.RUN,
                3,
                Kind.CHANGED,
                "content with the hash " + changed.getHash(),
                new AuditSeal().hash(changed)));
  }

  @Test
  void findsAnEntryThatWasChangedAndHashedAnew() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    AuditEntry old = entries.get(2);
    AuditEntry forged = Chained.sealed(AuditEntry.newBuilder(old).setReviewer("another").build());
    entries.set(2, forged);

    assertThat(verify(entries).breaks())
        .containsExactly(
            new AuditBreak(
                "@3",
                Chained.RUN,
                4,
                Kind.WRONG_PREDECESSOR,
                String.valueOf(forged.getHash()),
                String.valueOf(old.getHash())));
  }

  @Test
  void findsEntriesThatChangedPlaces() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    Collections.swap(entries, 1, 2);

    assertThat(verify(entries).breaks())
        .containsExactly(new AuditBreak("@1", Chained.RUN, 3, Kind.GAP, "#2", "#3"));
  }

  @Test
  void findsAnEntryThatWasPutIn() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    AuditEntry forged = Chained.sealed(Chained.next(entries.get(1), entries.get(4)));
    entries.add(2, forged);

    assertThat(verify(entries).breaks())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.place()).isEqualTo("@3");
              assertThat(broken.kind()).isEqualTo(Kind.TWO_OF_ONE_NUMBER);
              assertThat(broken.expected()).isEqualTo(forged.getHash());
            });
  }

  @Test
  void findsWhatWasCutOffTheEndByAHeadThatWasKeptAndByNothingElse() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    KeptHead kept = Chained.kept(entries.get(4));
    List<AuditEntry> cut = entries.subList(0, 4);

    assertThat(verify(cut).isWhole()).isTrue();
    assertThat(new AuditReports(false).of(entries, kept).isWhole()).isTrue();
    assertThat(new AuditReports(false).of(cut, kept).breaks())
        .containsExactly(
            new AuditBreak(
                "heads.jsonl:1", Chained.RUN, 5, Kind.KEPT_HEAD, kept.hash(), "no such entry"));
  }

  @Test
  void findsAChainThatWasWrittenAnewByAHeadThatWasKept() {
    KeptHead kept = Chained.kept(Chained.run(Chained.RUN, 5).get(3));
    List<AuditEntry> anew = Chained.after(null, Chained.RUN, 5);
    anew.set(2, AuditEntry.newBuilder(anew.get(2)).setEventId("other").build());
    List<AuditEntry> rehashed = new ArrayList<>();
    for (AuditEntry entry : anew) {
      AuditEntry before = rehashed.isEmpty() ? null : rehashed.get(rehashed.size() - 1);
      rehashed.add(Chained.sealed(Chained.next(before, entry)));
    }

    assertThat(verify(rehashed).isWhole()).isTrue();
    assertThat(new AuditReports(false).of(rehashed, kept).breaks())
        .singleElement()
        .satisfies(broken -> assertThat(broken.kind()).isEqualTo(Kind.KEPT_HEAD));
  }

  @Test
  void passesOverAKeptHeadThatIsOlderThanAllThatIsLeft() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 5);
    KeptHead kept = Chained.kept(entries.get(1));

    AuditReport report = new AuditReports(true).of(entries.subList(3, 5), kept);

    assertThat(report.isWhole()).isTrue();
    assertThat(report.notes()).anySatisfy(note -> assertThat(note).contains("past its retention"));
  }

  @Test
  void followsOneRunIntoTheNext() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 3);
    entries.addAll(Chained.after(entries.get(2), Chained.NEXT_RUN, 2));

    assertThat(verify(entries).isWhole()).isTrue();
    assertThat(verify(entries).notes()).isEmpty();
  }

  @Test
  void findsThatTheEndOfAnEarlierRunWasCutOff() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 3);
    entries.addAll(Chained.after(entries.get(2), Chained.NEXT_RUN, 2));
    entries.remove(2);

    assertThat(verify(entries).breaks())
        .containsExactly(
            new AuditBreak(
                "@2",
                Chained.NEXT_RUN,
                1,
                Kind.NO_PREDECESSOR,
                Chained.RUN + " #3",
                "its chain ends at #2"));
  }

  @Test
  void findsThatAWholeRunWasRemoved() {
    List<AuditEntry> past = Chained.run(Chained.RUN, 3);
    List<AuditEntry> left = Chained.after(past.get(2), Chained.NEXT_RUN, 2);

    assertThat(verify(left).breaks())
        .singleElement()
        .satisfies(broken -> assertThat(broken.found()).isEqualTo("nothing of it"));
    assertThat(new AuditReports(true).of(left).notes())
        .singleElement()
        .asString()
        .contains("goes on from " + Chained.RUN + " #3");
  }

  @Test
  void tellsARunThatWentOnFromAnOlderStateAndOneWithoutAny() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 3);
    entries.addAll(Chained.after(entries.get(1), Chained.NEXT_RUN, 2));
    entries.addAll(Chained.run("vigie-detection/1764600000000", 1));

    AuditReport report = verify(entries);

    assertThat(report.isWhole()).isTrue();
    assertThat(report.notes())
        .satisfiesExactly(
            note -> assertThat(note).contains("an older state was restored"),
            note -> assertThat(note).contains("without state"));
  }

  @Test
  void findsARunThatSaysItGoesOnFromAnotherEntryThanItDoes() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 3);
    List<AuditEntry> next = Chained.after(entries.get(2), Chained.NEXT_RUN, 1);
    entries.add(
        Chained.sealed(AuditEntry.newBuilder(next.get(0)).setContinuesSequence(2L).build()));

    assertThat(verify(entries).breaks())
        .singleElement()
        .satisfies(broken -> assertThat(broken.kind()).isEqualTo(Kind.WRONG_PREDECESSOR));
  }

  @Test
  void doesNotJudgeWhatItDoesNotKnow() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 2);
    entries.add(
        Chained.sealed(
            AuditEntry.newBuilder(Chained.head(entries.get(1)))
                .setKind(AuditKind.UNRECOGNISED)
                .build()));

    assertThat(verify(entries).breaks())
        .singleElement()
        .satisfies(broken -> assertThat(broken.kind()).isEqualTo(Kind.NEWER_VERSION));
  }

  @Test
  void reportsTheFirstBrokenPlaceOfEachWriterAndWhatIsNoEntry() {
    List<AuditEntry> entries = Chained.run(Chained.RUN, 6);
    entries.remove(3);
    entries.remove(1);
    List<AuditEntry> other = Chained.run("other/1", 3);
    other.remove(1);
    entries.addAll(other);
    AuditReports reports = new AuditReports(false);
    reports.verification.takeNoEntry("@x", "is garbage");

    assertThat(reports.of(entries).breaks())
        .extracting(AuditBreak::kind, AuditBreak::writer, AuditBreak::sequence)
        .containsExactly(
            tuple(Kind.NO_ENTRY, "", 0L),
            tuple(Kind.GAP, Chained.RUN, 3L),
            tuple(Kind.GAP, "other/1", 3L));
  }

  private static AuditReport verify(List<AuditEntry> entries) {
    return new AuditReports(false).of(entries);
  }

  /** A verification in which places are numbers. */
  private static final class AuditReports {
    private final AuditVerification verification;

    private AuditReports(boolean fromTheMiddle) {
      verification = new AuditVerification(fromTheMiddle, List.of());
    }

    private AuditReport of(List<AuditEntry> entries, KeptHead... kept) {
      int place = 0;
      for (AuditEntry entry : entries) {
        verification.take(entry, "@" + place++);
      }
      return verification.report(List.of(kept));
    }
  }
}
