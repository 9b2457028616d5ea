package org.vigie.core.fold;

import java.util.Locale;
import org.vigie.core.order.StopName;

/**
 * The catalogue of everything that state collects: how much of it is kept and what goes first. The
 * metric of a limit counts how often it made something go.
 */
public enum StateLimit {
  RECIPIENT_SEEN(StopName.RECIPIENT, 256, "events of 24 h known as duplicates; the oldest goes"),
  RECIPIENT_CONTACTS(StopName.RECIPIENT, 64, "who acted towards it in 30 d; the least recent goes"),
  RECIPIENT_DEVICES(StopName.RECIPIENT, 4, "devices of its own; the least recently seen goes"),
  PAIR_MEETINGS(StopName.PAIR, 4, "meetings that wait for their aftermath; the oldest goes"),
  SENDER_SEEN(StopName.SENDER, 256, "events of 24 h known as duplicates; the oldest goes"),
  SENDER_DEVICES(StopName.SENDER, 8, "devices of 90 d; the least recently seen goes"),
  SENDER_HOUSEHOLD(StopName.SENDER, 8, "accounts of its household; the first linked goes"),
  SENDER_MEETINGS(StopName.SENDER, 8, "open meetings; the one that ends last goes"),
  SENDER_REPORTS(StopName.SENDER, 8, "violent reports about it in 90 d; the oldest goes"),
  SENDER_CONTACTS(StopName.SENDER, 64, "pairs it opened in 14 d; the oldest goes"),
  SENDER_PAIRS(StopName.SENDER, 64, "pairs with stage codes of it; the least recent goes"),
  SENDER_SIGNED_PAIRS(StopName.SENDER, 64, "pairs with signs in 60 d; the least recent goes"),
  SENDER_PAIR_SIGNS(StopName.SENDER, 4, "events of one sign and sender in a pair; the oldest goes"),
  SENDER_AGREED_TIMES(StopName.SENDER, 4, "agreed times of a pair in 60 d; the oldest goes"),
  SENDER_ROOM_POSTS(StopName.SENDER, 64, "posts in rooms with codes in 30 d; the oldest goes"),
  SENDER_KNOWN_MEDIA(StopName.SENDER, 64, "media and links that lists know, 30 d; the oldest goes"),
  SENDER_MENUS(StopName.SENDER, 16, "texts with prices; the first kept goes"),
  SENDER_MARKS(StopName.SENDER, 8, "bans of accounts that it was a target of; the oldest goes"),
  SENDER_STANDING(StopName.SENDER, 64, "findings that cool down or are watched; the oldest goes"),
  SENDER_TOLD(StopName.SENDER, 32, "devices told of its open meetings; the first told goes"),
  SENDER_LISTED_COUNTERPARTS(
      StopName.SENDER, 16, "counterparts of a finding; the newest stay", true),
  SENDER_LISTED_EVENTS(StopName.SENDER, 16, "events of a finding; the newest stay", true),
  SENDER_LISTED_MEDIA(
      StopName.SENDER, 4, "matched media that an evidence reference names; the gravest stay", true),
  LINK_ACCOUNTS(StopName.LINKS, 16, "accounts seen in 90 d; the least recently seen goes"),
  LINK_MEETINGS(StopName.LINKS, 64, "open meetings; the first told goes"),
  LINK_TRACES(StopName.LINKS, 64, "traces of accounts in 30 d; the oldest goes"),
  LINK_AFTERMATHS(StopName.LINKS, 16, "aftermaths of meetings in 30 d; the oldest goes"),
  LINK_RETURNS(StopName.LINKS, 64, "returns to targets of bans in 90 d; the oldest goes"),
  LINK_STANDING(StopName.LINKS, 16, "findings that cool down; the oldest goes"),
  LINK_REPORTS(StopName.LINKS, 16, "violent reports in 90 d; the oldest goes"),
  LINK_NAMED(StopName.LINKS, 64, "pending meetings that alerts name; the first named goes"),
  LINK_WARNED(StopName.LINKS, 16, "alerts that it warned of meetings in 30 d; the oldest goes"),
  LINK_PROPOSERS(StopName.LINKS, 6, "accounts that proposed the place in 30 d; the oldest goes"),
  LINK_LISTED_COUNTERPARTS(StopName.LINKS, 16, "counterparts of a finding; the first stay", true),
  LINK_LISTED_EVENTS(StopName.LINKS, 16, "events of a finding; the newest stay", true),
  LINK_LISTED_MEETINGS(
      StopName.LINKS, 16, "pending meetings of a finding; the most urgent stay", true),
  CASE_FINDINGS(StopName.CASES, 32, "findings of the alert; the oldest goes"),
  CASE_SEEN(StopName.CASES, 16, "reviews of 24 h known as duplicates; the oldest goes"),
  CASE_REVIEWS(StopName.CASES, 8, "reviews of the episode; the oldest goes"),
  CASE_LISTED_COUNTERPARTS(StopName.CASES, 16, "counterparts of an alert; the first stay", true),
  CASE_LISTED_EVENTS(StopName.CASES, 16, "events of an alert; the newest stay", true),
  CASE_LISTED_MEETINGS(
      StopName.CASES, 16, "pending meetings of an alert; the most urgent stay", true),
  CASE_GATHERED_EVENTS(StopName.CASES, 16, "events that a finding gathers; the newest stay", true),
  CASE_GATHERED_MEETINGS(
      StopName.CASES, 16, "pending meetings that a finding gathers; the most urgent stay", true);

  private final StopName stop;
  private final int entriesMax;
  private final String meaning;
  private final boolean listed;

  StateLimit(StopName stop, int entriesMax, String meaning) {
    this(stop, entriesMax, meaning, false);
  }

  StateLimit(StopName stop, int entriesMax, String meaning, boolean listed) {
    this.stop = stop;
    this.entriesMax = entriesMax;
    this.meaning = meaning;
    this.listed = listed;
  }

  /** The stop whose state it bounds. */
  public StopName stop() {
    return stop;
  }

  /** Entries that are kept. */
  public int entriesMax() {
    return entriesMax;
  }

  /** What is collected, and what goes when it is full. */
  public String meaning() {
    return meaning;
  }

  /** Whether it bounds what a finding or alert lists, not what state collects. */
  public boolean isListed() {
    return listed;
  }

  /** Its name as the label of the metric that counts entries which had to go. */
  public String collection() {
    return name().toLowerCase(Locale.ROOT);
  }
}
