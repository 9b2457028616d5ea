package org.vigie.detection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.detection.audit.AuditWriter.Kept;
import org.vigie.schemas.audit.AuditReport;
import org.vigie.schemas.audit.AuditSeal;
import org.vigie.schemas.audit.AuditVerification;

/** In which order entries are chained, when they are sent, and what a restart makes of them. */
final class AuditWriterTest {
  private static final String RUN = "job/0000000000001";
  private static final long DAY_MS = 86_400_000L;

  @Test
  void chainsByEventTimeInWhateverOrderNotesCome() {
    List<AuditEntry> notes = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      notes.add(note(i / 3, "e" + i));
    }
    List<AuditEntry> inOrder = chained(notes);
    for (long seed = 0; seed < 20; seed++) {
      Collections.shuffle(notes, new Random(seed));
      assertThat(chained(notes)).as("seed %d", seed).isEqualTo(inOrder);
    }
    assertThat(inOrder).hasSize(50);
    assertThat(verify(inOrder).isWhole()).isTrue();
  }

  private static List<AuditEntry> chained(List<AuditEntry> notes) {
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    notes.forEach(writer::note);
    writer.passed(100);
    writer.keep(1);
    return writer.complete(1);
  }

  @Test
  void waitsUntilTimeHasPassedAndThenUntilACheckpointIsComplete() {
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    writer.note(note(10, "a"));
    writer.note(note(20, "b"));
    writer.passed(10);
    writer.keep(1);
    writer.passed(20);
    writer.keep(2);

    assertThat(events(writer.complete(1))).containsExactly("a");
    assertThat(events(writer.complete(2))).containsExactly("b");
    assertThat(writer.complete(3)).isEmpty();
  }

  @Test
  void leavesOutWhatIsTakenBackBeforeItIsSettled() {
    List<AuditKind> counted = new ArrayList<>();
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, counted::add);
    AuditEntry note = AuditEntry.newBuilder(note(10, "a")).setKind(AuditKind.ERASURE_DONE).build();
    writer.note(AuditEntry.newBuilder(note).setErased("RECEIVED,DID").build());
    writer.note(AuditEntry.newBuilder(note).setErased("RECEIVED").build());
    writer.note(
        AuditEntry.newBuilder(note)
            .setErased("RECEIVED,DID")
            .setWriter(AuditWriter.TAKES_BACK)
            .build());
    writer.passed(20);
    writer.keep(1);

    List<AuditEntry> sent = writer.complete(1);
    assertThat(sent).extracting(AuditEntry::getErased).containsExactly("RECEIVED");
    assertThat(counted).containsExactly(AuditKind.ERASURE_DONE);
  }

  @Test
  void sendsWithALaterCheckpointWhatAFailedOneHeld() {
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    writer.note(note(10, "a"));
    writer.passed(10);
    writer.keep(1);
    writer.note(note(20, "b"));
    writer.passed(20);
    writer.keep(2);

    assertThat(events(writer.complete(2))).containsExactly("a", "b");
    assertThat(writer.complete(1)).isEmpty();
  }

  @Test
  void repeatsTheSameBytesAfterARestartWhateverComesThen() {
    AuditWriter first = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    first.note(note(10, "a"));
    first.note(note(30, "c"));
    first.passed(20);
    Kept kept = first.keep(1);
    List<AuditEntry> sent = first.complete(1);

    AuditWriter second = new AuditWriter(RUN, HeadSigner.NONE, kept, kind -> {});
    second.note(note(15, "late"));
    second.passed(40);
    second.keep(2);
    List<AuditEntry> again = second.complete(2);

    assertThat(events(again)).containsExactly("a", "late", "c");
    assertThat(again.get(0)).isEqualTo(sent.get(0));
    List<AuditEntry> topic = new ArrayList<>(sent);
    topic.addAll(again);
    assertThat(verify(topic).isWhole()).isTrue();
    assertThat(verify(topic).repeats()).isEqualTo(1);
  }

  @Test
  void namesWhatANewRunGoesOnFrom() {
    AuditWriter first = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    first.note(note(10, "a"));
    first.passed(20);
    Kept kept = first.keep(1);

    AuditWriter second = new AuditWriter("job/0000000000002", HeadSigner.NONE, kept, kind -> {});
    second.begin(note(99, "rules"));
    second.keep(2);
    List<AuditEntry> entries = second.complete(2);

    assertThat(entries).extracting(AuditEntry::getSequence).containsExactly(1L, 1L);
    assertThat(entries.get(1).getContinuesWriter()).isEqualTo(RUN);
    assertThat(entries.get(1).getContinuesSequence()).isEqualTo(1);
    assertThat(verify(entries).isWhole()).isTrue();
    assertThat(verify(entries).notes()).isEmpty();
  }

  @Test
  void endsADayWithAHeadAndSkipsDaysInWhichNothingWasRead() {
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    writer.passed(0);
    writer.note(note(DAY_MS - 1, "last"));
    writer.note(note(DAY_MS, "first"));
    writer.passed(DAY_MS - 2);
    writer.passed(DAY_MS);
    writer.passed(5 * DAY_MS);
    writer.keep(1);
    List<AuditEntry> entries = writer.complete(1);

    assertThat(entries)
        .extracting(
            entry -> entry.getKind() == AuditKind.HEAD ? entry.getDay() : entry.getEventId())
        .containsExactly("last", "1970-01-01", "first", "1970-01-02");
    assertThat(entries.get(1).getTime()).isEqualTo(DAY_MS);
    assertThat(verify(entries).unsignedHeads()).isEqualTo(2);
  }

  @Test
  void endsADayOnceAllOfItHasPassed() {
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    writer.passed(0);
    writer.passed(DAY_MS - 2);
    writer.keep(1);
    assertThat(writer.complete(1)).isEmpty();
    writer.passed(DAY_MS - 1);
    writer.keep(2);
    assertThat(writer.complete(2)).hasSize(1);
  }

  @Test
  void signsHeadsByTheKeyInTheFile(@TempDir Path folder) throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String text = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    Path file = folder.resolve("key.pem");
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
    AuditWriter writer =
        new AuditWriter(RUN, HeadSigner.of(file.toString()), Kept.NOTHING, kind -> {});
    writer.passed(0);
    writer.note(note(5, "a"));
    writer.passed(DAY_MS);
    writer.keep(1);
    List<AuditEntry> entries = writer.complete(1);

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).getSignature()).isNull();
    assertThat(new AuditSeal().isSignedBy(entries.get(1), keys.getPublic())).isTrue();
    assertThat(verify(entries).isWhole()).isTrue();

    assertThatThrownBy(() -> HeadSigner.of(folder.resolve("none.pem").toString()))
        .hasMessageContaining("vigie.audit.key-file")
        .hasMessageContaining("can't be read");
    Files.writeString(file, "no key");
    assertThatThrownBy(() -> HeadSigner.of(file.toString()))
        .hasMessageContaining("openssl genpkey -algorithm ed25519");
  }

  @Test
  void letsNoMoreThanSoManyWait() {
    AuditWriter writer = new AuditWriter(RUN, HeadSigner.NONE, Kept.NOTHING, kind -> {});
    for (int i = 0; i <= AuditWriter.PENDING_MAX; i++) {
      writer.note(note(i + 1000, "e" + i));
    }
    Kept kept = writer.keep(1);

    assertThat(kept.pending()).hasSize(AuditWriter.PENDING_MAX);
    assertThat(events(kept.unsent())).containsExactly("e0");
  }

  private static List<String> events(List<AuditEntry> entries) {
    return entries.stream().map(entry -> String.valueOf(entry.getEventId())).toList();
  }

  private static AuditReport verify(List<AuditEntry> entries) {
    AuditVerification verification = new AuditVerification(false, List.of());
    entries.forEach(entry -> verification.take(entry, "@"));
    return verification.report(List.of());
  }

  private static AuditEntry note(long timeMs, String eventId) {
    return AuditEntry.newBuilder()
        .setWriter("")
        .setSequence(0)
        .setKind(AuditKind.ERASURE_REQUESTED)
        .setTime(timeMs)
        .setCommunity("c1")
        .setEventId(eventId)
        .build();
  }
}
