package org.vigie.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.core.rule.Scope;
import org.vigie.core.rule.Table;

/** The latest finding of each rule, subject, counterpart and link (page ¶23, ¶25, 0012 ¶71). */
final class Memory {
  /**
   * By what findings of one kind are told apart.
   *
   * @param link by which the accounts have something in common, empty where it is none
   */
  record Key(String rule, Subject subject, String counterpart, String link)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::rule)
            .thenComparing((Key key) -> key.subject().kind())
            .thenComparing((Key key) -> key.subject().id())
            .thenComparing(Key::counterpart)
            .thenComparing(Key::link);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Judging judging;
  private final Judge judge;
  private final SortedMap<Key, Finding> latest = new TreeMap<>();

  Memory(Judging judging, Judge judge) {
    this.judging = judging;
    this.judge = judge;
  }

  /**
   * 0015 ¶84: forgets the findings of accounts of which went what they did, where the account
   * itself remembers them.
   */
  void forget(Instant now) {
    latest.values().removeIf(finding -> isForgotten(finding, now));
  }

  private boolean isForgotten(Finding finding, Instant now) {
    boolean isOwn =
        !(finding.occasion() instanceof Occasion.OfLink link)
            || link.way() == ReferenceFinding.Way.ACCOUNT;
    return isOwn && judging.known().forgetting.isErased(finding.subject().id(), finding.at(), now);
  }

  /** ¶23: until when a finding cools down, if it does; if not it is the latest from now on. */
  OptionalLong coolsUntil(Finding finding) {
    Finding last = latest.get(finding.memoryKey());
    if (last != null
        && finding.at().timeMs() - last.at().timeMs() < finding.rule().cooldownMs()
        && finding.shown().severity().compareTo(last.shown().severity()) <= 0) {
      return OptionalLong.of(last.at().timeMs() + finding.rule().cooldownMs());
    }
    latest.put(finding.memoryKey(), finding);
    return OptionalLong.empty();
  }

  /** ¶25: findings that no longer hold with the beliefs of now; they cool down no more. */
  List<Finding> superseded(Instant now, Changes changes) {
    List<Finding> superseded = new ArrayList<>();
    for (Iterator<Finding> each = latest.values().iterator(); each.hasNext(); ) {
      Finding finding = each.next();
      if (isWatched(finding, now)
          && dependsOn(finding, now, changes)
          && !judge.stillHolds(finding, now)) {
        superseded.add(finding);
        each.remove();
      }
    }
    return superseded;
  }

  /** ¶25, 0011 ¶55: whether a belief changes that it depends on. */
  private boolean dependsOn(Finding finding, Instant now, Changes changes) {
    String account = finding.occasion().account();
    if (changes.ages().own().contains(account)) {
      return true;
    }
    if (finding.occasion() instanceof Occasion.OfPair pair) {
      return pair.bySigns()
          ? changes.aboutWhom(account).contains(pair.counterpart())
          : changes.areTold(account, pair.counterpart())
              || changes.findsOut(account, pair.counterpart());
    }
    boolean ofPairs =
        judging.reading().readsPairs(finding.rule()) && !changes.aboutWhom(account).isEmpty();
    boolean readsRows = judging.reading().tables(finding.rule()).contains(Table.NEW_CONTACTS);
    return ofPairs
        || readsRows
            && !changes.ages().seenByOthers().isEmpty()
            && judging.known().contacts.newContacts(account, now).stream()
                .anyMatch(row -> changes.areTold(account, row.other()));
  }

  /** What is judged at a link does not depend on what is believed of ages. */
  private boolean isWatched(Finding finding, Instant now) {
    long windowMs = judging.reading().longestWindowMs(finding.rule());
    return finding.rule().scope() != Scope.LINK
        && judging.reading().readsAges(finding.rule())
        && now.timeMs() - finding.at().timeMs() < windowMs;
  }
}
