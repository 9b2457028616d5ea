package org.vigie.reference;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Who or what is judged, beside by which rule and when. */
sealed interface Occasion {
  /** The account whose acts are judged. */
  String account();

  /**
   * One account by all it did (page ¶14, ¶16).
   *
   * @param messages its messages of the instant that carry matched media
   */
  record OfAccount(String account, List<Observation> messages) implements Occasion {
    public OfAccount {
      messages = List.copyOf(messages);
    }
  }

  /**
   * What one account did towards one other (page ¶15).
   *
   * @param bySigns whether the rule reads what the account is told of the pair (page 0011 ¶52)
   */
  record OfPair(String account, String counterpart, boolean bySigns) implements Occasion {}

  /**
   * Who came to targets of a banned account (page 0012 ¶81).
   *
   * @param dateMs of the ban
   */
  record OfReturn(String account, String banned, long dateMs) implements Occasion {
    static OfReturn of(String account, Bans.Ban ban) {
      return new OfReturn(account, ban.account, ban.dateMs);
    }
  }

  /**
   * Accounts joined by a device, a place, or one by itself (page ¶21, ¶22).
   *
   * @param id the device or place; empty for an account by itself
   * @param cluster the account and those joined with it
   */
  record OfLink(String account, ReferenceFinding.Way way, String id, SortedSet<String> cluster)
      implements Occasion {
    public OfLink {
      cluster = new TreeSet<>(cluster);
    }
  }
}
