package org.vigie.core.route;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * What became of a request to be forgotten, for the audit: without the account.
 *
 * @param requestId event id of the request
 * @param words what holds it, or what is gone: words with commas between them
 */
public record ErasureNote(String community, String requestId, What what, String words) {
  /** What others said to the account is gone, and its age and devices as others see them. */
  public static final String RECEIVED = "RECEIVED";

  /** What it did is gone. */
  public static final String DID = "DID";

  /** Both. */
  public static final String RECEIVED_AND_DID = RECEIVED + "," + DID;

  private static final What[] ALL = What.values();
  private static final int SAID = 0;
  private static final int TAKEN_BACK = 1;

  /** What it was. */
  public enum What {
    HELD,
    DONE,
    TAKEN_BACK
  }

  /** Packs it without its payload kind, as said. */
  public void write(ByteWriter out) {
    out.octet(SAID).text(community).text(requestId).octet(what.ordinal()).text(words);
  }

  /** The payload of a note, once more, to take it back. */
  public static byte[] withdrawal(byte[] payload) {
    byte[] copy = payload.clone();
    copy[1] = TAKEN_BACK;
    return copy;
  }

  /** Whether the payload takes a note back that was said before: reads up to the note itself. */
  public static boolean readIsWithdrawal(ByteReader in) {
    return in.octet() == TAKEN_BACK;
  }

  /** Reads a note behind that. */
  public static ErasureNote read(ByteReader in) {
    return new ErasureNote(in.text(), in.text(), ALL[in.octet()], in.text());
  }
}
