package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;

/** First byte of every payload. Append only: sent and stored by ordinal. */
public enum PayloadKind {
  OBSERVATION,
  ACCOUNT_LIFE,
  AGE_STATED,
  POSTED,
  PAIR_CHANGE,
  BELIEF,
  SEEN_ON_LINK,
  LINK_MEETING,
  LINK_REPORT,
  FINDING,
  SUPERSEDED,
  REVIEWED,
  LINK_PROPOSAL,
  LEFT_LINK,
  COOLING,
  MEETING_OVER,
  LINK_TRACE,
  BAN_MARK,
  COLD_OPENING,
  MEETING_OUTCOME,
  LINK_CREATED,
  LINK_RETURN,
  LINK_AFTERMATH,
  LINK_FORGOTTEN,
  ERASURE_NOTE,
  MEETING_TO_COME;

  private static final PayloadKind[] KINDS = values();

  /** Reads the kind of a payload. */
  public static PayloadKind read(ByteReader in) {
    return KINDS[in.octet()];
  }
}
