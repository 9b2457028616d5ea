package org.vigie.detection.audit;

import org.apache.flink.api.common.functions.MapFunction;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.AuditKind;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.order.Input;
import org.vigie.core.route.ErasureNote;
import org.vigie.core.route.PayloadKind;

/** What the audit takes down of what became of requests for erasure, and takes back of it. */
public final class RequestNotes implements MapFunction<Input, AuditEntry> {
  private static final long serialVersionUID = 1L;

  @Override
  public AuditEntry map(Input said) {
    ByteReader in = new ByteReader(said.content());
    if (PayloadKind.read(in) != PayloadKind.ERASURE_NOTE) {
      throw new IllegalStateException("the audit takes down requests alone");
    }
    boolean isWithdrawal = ErasureNote.readIsWithdrawal(in);
    ErasureNote note = ErasureNote.read(in);
    AuditEntry.Builder entry =
        AuditEntry.newBuilder()
            .setWriter(isWithdrawal ? AuditWriter.TAKES_BACK : "")
            .setSequence(0)
            .setTime(said.root().timeMs())
            .setCommunity(note.community())
            .setEventId(note.requestId());
    return switch (note.what()) {
      case HELD -> entry.setKind(AuditKind.ERASURE_HELD).setHeldBy(note.words()).build();
      case DONE -> entry.setKind(AuditKind.ERASURE_DONE).setErased(note.words()).build();
      case TAKEN_BACK -> entry.setKind(AuditKind.ERASURE_TAKEN_BACK).build();
    };
  }
}
