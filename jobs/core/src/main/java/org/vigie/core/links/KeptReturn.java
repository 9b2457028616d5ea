package org.vigie.core.links;

import java.util.Comparator;
import org.vigie.core.alert.Evidence;
import org.vigie.core.alert.Evidences;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;

/**
 * An account opened a pair with a target of a banned one.
 *
 * @param whom the target
 * @param dateMs of the ban
 * @param mutualsKnown whether it is known that they have no friend in common
 * @param opening the event that opened the pair
 */
record KeptReturn(
    String account,
    String whom,
    String banned,
    long dateMs,
    boolean mutualsKnown,
    Evidence opening) {
  static final Comparator<KeptReturn> OLDEST_FIRST =
      Comparator.comparing(KeptReturn::opening, Evidences.OLDEST_FIRST)
          .thenComparing(KeptReturn::account)
          .thenComparing(KeptReturn::whom)
          .thenComparing(KeptReturn::banned);

  boolean isOfSame(KeptReturn other) {
    return account.equals(other.account) && whom.equals(other.whom) && isOfBan(other.ban());
  }

  boolean isOfBan(BanOf ban) {
    return ban().equals(ban);
  }

  BanOf ban() {
    return new BanOf(banned, dateMs);
  }

  /** A ban: whose, and since when. */
  record BanOf(String banned, long dateMs) {
    static final Comparator<BanOf> BY_ACCOUNT =
        Comparator.comparing(BanOf::banned).thenComparingLong(BanOf::dateMs);
  }

  void write(ByteWriter out) {
    out.text(account).text(whom).text(banned).signed(dateMs).flag(mutualsKnown);
    opening.write(out);
  }

  static KeptReturn read(ByteReader in) {
    return new KeptReturn(
        in.text(), in.text(), in.text(), in.signed(), in.flag(), Evidence.read(in));
  }
}
