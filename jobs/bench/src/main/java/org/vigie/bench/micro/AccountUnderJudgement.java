package org.vigie.bench.micro;

import org.vigie.core.judge.Facts;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/**
 * An account with as many new contacts as a stop keeps, of which every feature can be computed; or
 * one of which nothing is known.
 */
public enum AccountUnderJudgement implements Facts {
  /** What most accounts of a platform are: no age evidence, no contact opened lately. */
  UNKNOWN {
    @Override
    public long attribute(Attribute attribute) {
      return Fixed.UNKNOWN;
    }

    @Override
    public int rows(Table table) {
      return 0;
    }
  },

  /** An adult who opened contact with 64 likely minors, but with friends in common: just quiet. */
  NEAR_MISS {
    @Override
    public long attribute(Attribute attribute) {
      return switch (attribute) {
        case OWN_ADULT, AGE_GAP -> Fixed.ONE;
        case TENURE_DAYS -> Fixed.of(30);
        case ACCOUNT_AGE_HOURS, UNANSWERED_HOURS -> Fixed.whole(720);
        case P_MINOR, AGE_SOURCED, OPENED_BY_OWN, UNSOLICITED -> Fixed.ONE;
        case ROLE_VERIFIED, ROLE_ASSERTED, HOUSEHOLD, SELLER, SELLER_VERIFIED, UNANSWERED_RUN -> 0;
      };
    }

    @Override
    public int rows(Table table) {
      return table == Table.NEW_CONTACTS ? CONTACTS : 0;
    }
  };

  /** When they are judged, epoch milliseconds. */
  static final long AT_MS = 1_719_345_600_000L;

  private static final int CONTACTS = 64;
  private static final long MINUTE_MS = 60_000;

  @Override
  public long rowTimeMs(Table table, int row) {
    return AT_MS - row * MINUTE_MS;
  }

  /** Every column is one: unsolicited, a full age gap, a minor, one friend in common, answered. */
  @Override
  public long column(Table table, int row, int column) {
    return Fixed.ONE;
  }

  @Override
  public int codesAfter(long timeMs) {
    return 0;
  }
}
