package org.vigie.core.sender;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.event.ListMatch;
import org.vigie.core.event.SessionEvent.Role;
import org.vigie.core.event.Unknown;
import org.vigie.core.judge.Facts;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** An account as rules see it at an instant. */
class AccountFacts implements Facts {
  private static final long DAY_MS = 24 * 3_600_000L;

  private final SenderState state;
  private final AgeView own;
  private final long nowMs;
  private PairFacts @Nullable [] pairs;

  AccountFacts(SenderState state, AgeView own, long nowMs) {
    this.state = state;
    this.own = own;
    this.nowMs = nowMs;
  }

  AgeView own() {
    return own;
  }

  @Override
  public long attribute(Attribute attribute) {
    return switch (attribute) {
      case OWN_ADULT -> own.adult();
      case ROLE_VERIFIED -> flag(explains(state.verifiedRole));
      case ROLE_ASSERTED -> flag(explains(state.assertedRole));
      case TENURE_DAYS ->
          state.createdMs == Unknown.TIME
              ? Fixed.UNKNOWN
              : Fixed.whole(Math.max(0, nowMs - state.createdMs) / DAY_MS);
      case ACCOUNT_AGE_HOURS ->
          state.createdMs == Unknown.TIME
              ? Fixed.UNKNOWN
              : Fixed.begunHours(nowMs - state.createdMs);
      case SELLER -> flag(state.verifiedRole == Role.SELLER || state.assertedRole == Role.SELLER);
      case SELLER_VERIFIED -> flag(state.verifiedRole == Role.SELLER);
      case HOUSEHOLD,
          AGE_GAP,
          P_MINOR,
          AGE_SOURCED,
          OPENED_BY_OWN,
          UNSOLICITED,
          UNANSWERED_RUN,
          UNANSWERED_HOURS ->
          Fixed.UNKNOWN;
    };
  }

  /** Whether a role explains wide contacts with minors. */
  private static boolean explains(Role role) {
    return switch (role) {
      case EDUCATOR, COACH, YOUTH_WORKER, GUARDIAN, MODERATOR, SUPPORT, HELPLINE -> true;
      case NONE, ORGANISER, SELLER -> false;
    };
  }

  @Override
  public int rows(Table table) {
    return switch (table) {
      case NEW_CONTACTS -> state.contacts.size();
      case MATCHED_MEDIA -> state.occasion.matched().size();
      case ROOM_POSTS -> state.roomPosts.size();
      case KNOWN_MEDIA -> state.knownMedia.size();
      case REPORTS,
          ACCOUNTS,
          PLACES,
          APPROACHES,
          SPREAD,
          MENU,
          MEMBERS,
          AFTERMATHS,
          BANS,
          RETURNS ->
          0;
    };
  }

  @Override
  public long rowTimeMs(Table table, int row) {
    return switch (table) {
      case NEW_CONTACTS -> state.contacts.get(row).openedMs();
      case ROOM_POSTS -> state.roomPosts.get(row).timeMs();
      case KNOWN_MEDIA -> state.knownMedia.get(row).timeMs();
      case MATCHED_MEDIA,
          REPORTS,
          ACCOUNTS,
          PLACES,
          APPROACHES,
          SPREAD,
          MENU,
          MEMBERS,
          AFTERMATHS,
          BANS,
          RETURNS ->
          nowMs;
    };
  }

  @Override
  public long column(Table table, int row, int column) {
    return switch (table) {
      case NEW_CONTACTS -> contact(state.contacts.get(row), column);
      case MATCHED_MEDIA -> match(state.occasion.matched().get(row).match(), column);
      case ROOM_POSTS -> state.roomPosts.get(row).column(column);
      case KNOWN_MEDIA -> state.knownMedia.get(row).column(column);
      case REPORTS,
          ACCOUNTS,
          PLACES,
          APPROACHES,
          SPREAD,
          MENU,
          MEMBERS,
          AFTERMATHS,
          BANS,
          RETURNS ->
          throw new IndexOutOfBoundsException(row);
    };
  }

  private long contact(ContactRow row, int column) {
    return switch (column) {
      case 0 -> flag(row.unsolicited());
      case 1 -> AgeView.gap(own, row.age());
      case 2 -> row.age().minor();
      case 3 -> flag(row.age().sourced());
      case 4 ->
          row.mutualContacts() == Unknown.INT ? Fixed.UNKNOWN : Fixed.whole(row.mutualContacts());
      case 5 -> Fixed.whole(row.closureKnown());
      case 6 -> Fixed.whole(row.closurePossible());
      case 7 -> flag(row.answered());
      case 8 -> flag(row.isByRequest());
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  private static long match(ListMatch match, int column) {
    return switch (column) {
      case 0 -> flag(match.method() == ListMatch.Method.EXACT);
      case 1 -> flag(match.verified());
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  @Override
  public int codesAfter(long timeMs) {
    return 0;
  }

  @Override
  public int pairs() {
    return state.signedPairs.size();
  }

  @Override
  public Facts pair(int index) {
    PairFacts[] made = pairs;
    if (made == null) {
      made = new PairFacts[state.signedPairs.size()];
      pairs = made;
    }
    if (made[index] == null) {
      SignedPair signed = state.signedPairs.get(index);
      @Nullable CodedPair coded = state.pairs.find(pair -> pair.tag() == signed.tag);
      made[index] = new PairFacts(state, coded, signed, own, nowMs);
    }
    return made[index];
  }

  @Override
  public boolean areJoined(int one, int other) {
    return SignedPairs.areJoined(state.signedPairs.get(one), state.signedPairs.get(other));
  }

  static long flag(boolean value) {
    return value ? Fixed.ONE : 0;
  }
}
