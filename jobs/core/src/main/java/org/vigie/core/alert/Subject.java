package org.vigie.core.alert;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/** What an alert is about, and in what part. */
public record Subject(String community, SubjectKind kind, String id, Role role) {
  private static final SubjectKind[] KINDS = SubjectKind.values();
  private static final Role[] ROLES = Role.values();

  /** Packs it. */
  public void write(ByteWriter out) {
    out.text(community).octet(kind.ordinal()).text(id).octet(role.ordinal());
  }

  /** Reads what {@link #write} packed. */
  public static Subject read(ByteReader in) {
    return new Subject(in.text(), KINDS[in.octet()], in.text(), ROLES[in.octet()]);
  }
}
