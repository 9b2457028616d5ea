package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.links.KeptReturn.BanOf;
import org.vigie.core.route.LinkNews;
import org.vigie.core.route.LinkNews.Link;

/** What one instant brought a link: the accounts to judge, and why. */
final class LinkOccasion {
  private final Set<String> reported = new TreeSet<>();
  private final Set<String> newlySeen = new TreeSet<>();
  private final Set<String> told = new TreeSet<>();
  private final Set<String> traced = new TreeSet<>();
  private final Set<String> comeAfter = new TreeSet<>();
  private final Set<String> returned = new TreeSet<>();
  private final Set<BanOf> bansReturnedFrom = new TreeSet<>(BanOf.BY_ACCOUNT);
  private final List<LinkNews.OfMeeting> meetings = new ArrayList<>();
  private final List<LinkNews.OfMeeting> changed = new ArrayList<>();
  private @Nullable Link link;
  private long recordedMs = Long.MIN_VALUE;
  private boolean isForgotten;
  private boolean isForgottenWholly;

  void isAt(Link where, long eventRecordedMs) {
    link = where;
    recordedMs = Math.max(recordedMs, eventRecordedMs);
  }

  /** The account that the link is is to be forgotten: who approached it, or all. */
  void forgets(boolean wholly) {
    isForgotten = true;
    isForgottenWholly |= wholly;
  }

  boolean isForgotten() {
    return isForgotten;
  }

  boolean isForgottenWholly() {
    return isForgottenWholly;
  }

  void reports(String account) {
    reported.add(account);
  }

  void seesAnew(String account) {
    newlySeen.add(account);
  }

  /** The device was told of the account. */
  void tells(String account) {
    told.add(account);
  }

  void traces(String account) {
    traced.add(account);
  }

  /** Something came of a meeting of the account. */
  void comesAfter(String account) {
    comeAfter.add(account);
  }

  /** Accounts with an aftermath. */
  Set<String> comeAfter() {
    return comeAfter;
  }

  void returns(KeptReturn news) {
    returned.add(news.account());
    bansReturnedFrom.add(news.ban());
  }

  /** Accounts that contacted a target of a ban. */
  Set<String> returned() {
    return returned;
  }

  /** Those bans, in the order of the banned accounts. */
  Set<BanOf> bansReturnedFrom() {
    return bansReturnedFrom;
  }

  Set<String> told() {
    return told;
  }

  /** Accounts that left a trace. */
  Set<String> traced() {
    return traced;
  }

  void meets(LinkNews.OfMeeting meeting) {
    meetings.add(meeting);
  }

  /** Anything told of a meeting: it may be over, or at another time. */
  void changes(LinkNews.OfMeeting meeting) {
    changed.add(meeting);
  }

  List<LinkNews.OfMeeting> changed() {
    return changed;
  }

  Set<String> reported() {
    return reported;
  }

  Set<String> newlySeen() {
    return newlySeen;
  }

  List<LinkNews.OfMeeting> meetings() {
    return meetings;
  }

  @Nullable Link link() {
    return link;
  }

  long recordedMs() {
    return recordedMs;
  }

  void clear() {
    reported.clear();
    told.clear();
    traced.clear();
    comeAfter.clear();
    returned.clear();
    bansReturnedFrom.clear();
    newlySeen.clear();
    meetings.clear();
    changed.clear();
    link = null;
    isForgotten = false;
    isForgottenWholly = false;
    recordedMs = Long.MIN_VALUE;
  }
}
