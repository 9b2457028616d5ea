package org.vigie.detection.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.core.order.Path;
import org.vigie.core.order.Rank;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;
import org.vigie.core.route.ErasureNote;
import org.vigie.core.route.PayloadKind;

/** Notes of requests name the request, never the account or the key of a deadline. */
final class RequestNotesTest {
  private final RequestNotes notes = new RequestNotes();

  @Test
  void saysWhatHoldsARequest() {
    AuditEntry entry = notes.map(input(ErasureNote.What.HELD, "REPORT,MEETING", false));

    assertThat(entry.getKind()).isEqualTo(AuditKind.ERASURE_HELD);
    assertThat(entry.getHeldBy()).isEqualTo("REPORT,MEETING");
    assertThat(entry.getErased()).isNull();
    assertThat(entry.getTime()).isEqualTo(70);
    assertThat(entry.getCommunity()).isEqualTo("c1");
    assertThat(entry.getEventId()).isEqualTo("request");
    assertThat(entry.getWriter()).isEmpty();
  }

  @Test
  void saysWhatIsGone() {
    AuditEntry entry = notes.map(input(ErasureNote.What.DONE, ErasureNote.DID, false));

    assertThat(entry.getKind()).isEqualTo(AuditKind.ERASURE_DONE);
    assertThat(entry.getErased()).isEqualTo("DID");
    assertThat(entry.toString()).doesNotContain("deadline-of-a-key");
  }

  @Test
  void takesBackTheVeryNoteThatItGave() {
    AuditEntry said = notes.map(input(ErasureNote.What.TAKEN_BACK, "", false));
    AuditEntry withdrawn = notes.map(input(ErasureNote.What.TAKEN_BACK, "", true));

    assertThat(withdrawn.getWriter()).isEqualTo(AuditWriter.TAKES_BACK);
    assertThat(AuditEntry.newBuilder(withdrawn).setWriter("").build()).isEqualTo(said);
  }

  @Test
  void takesNothingElseDown() {
    byte[] other = new ByteWriter().octet(PayloadKind.FINDING.ordinal()).toBytes();

    assertThatThrownBy(() -> notes.map(input(other))).isInstanceOf(IllegalStateException.class);
  }

  private static Input input(ErasureNote.What what, String words, boolean isTakenBack) {
    ByteWriter out = new ByteWriter().octet(PayloadKind.ERASURE_NOTE.ordinal());
    new ErasureNote("c1", "request", what, words).write(out);
    byte[] payload = out.toBytes();
    return input(isTakenBack ? ErasureNote.withdrawal(payload) : payload);
  }

  private static Input input(byte[] payload) {
    return new Input(
        StopName.AUDIT,
        new Key(1, 2),
        new Root(70, Rank.DEADLINE, "deadline-of-a-key"),
        new Path(StopName.SENDER, 3, 0),
        false,
        payload);
  }
}
