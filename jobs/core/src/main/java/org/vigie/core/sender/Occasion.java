package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.core.alert.Evidence;
import org.vigie.core.event.MatchedMedia;
import org.vigie.core.route.Observation;
import org.vigie.core.route.PairChange;

/** What one instant brought an account: the reason to judge, and what about. */
final class Occasion {
  private final Set<Long> coded = new TreeSet<>();
  private final Set<Long> beliefs = new TreeSet<>();
  private final Set<Long> corrected = new TreeSet<>();
  private final List<MatchedMedia> matched = new ArrayList<>();
  private final Map<String, PairChange> reports = new TreeMap<>();
  private final Set<Long> signed = new TreeSet<>();
  private final List<PairChange> approaches = new ArrayList<>();
  private @Nullable Evidence summaryFrom;
  private boolean contacts;
  private boolean roomPost;
  private boolean knownMedia;
  private boolean ownBelief;
  private boolean isRequested;
  private boolean isRequestNew;
  private final List<OpenMeeting> left = new ArrayList<>();
  private boolean meets;
  private @Nullable Evidence posting;
  private long recordedMs = Long.MIN_VALUE;

  /** A pair was opened, or something else is believed of an account in a row. */
  void changesContacts() {
    contacts = true;
  }

  void sendsCodes(long tag) {
    coded.add(tag);
  }

  void tellsOfSigns(long tag) {
    signed.add(tag);
  }

  /** The account may have approached somebody whom it contacted cold. */
  void approaches(PairChange change) {
    approaches.add(change);
  }

  List<PairChange> approaches() {
    return approaches;
  }

  /** An event changed what the account's devices are to know of it. */
  void changesSummary(Evidence evidence) {
    summaryFrom = evidence;
  }

  /** That event, null if there was none. */
  @Nullable Evidence summaryFrom() {
    return summaryFrom;
  }

  void postsInRoom() {
    roomPost = true;
  }

  void sharesKnownMedia() {
    knownMedia = true;
  }

  /**
   * It is asked that the account be forgotten.
   *
   * @param none whether no such request waits already
   */
  void isAskedToBeForgotten(boolean none) {
    isRequested = true;
    isRequestNew |= none;
  }

  boolean isAskedToBeForgotten() {
    return isRequested;
  }

  /** Whether it is, and no such request waited before. */
  boolean isAskedAnew() {
    return isRequestNew;
  }

  void changesOwnBelief() {
    ownBelief = true;
  }

  void changesBelief(long tag) {
    beliefs.add(tag);
  }

  /** Something else is believed of the other of a pair that is kept by its signs. */
  void corrects(long tag) {
    corrected.add(tag);
  }

  void posts(List<MatchedMedia> media, Evidence evidence) {
    matched.addAll(media);
    posting = evidence;
  }

  void isRecordedAt(long eventRecordedMs) {
    recordedMs = Math.max(recordedMs, eventRecordedMs);
  }

  /** A report about the account; of one reporter that of the own pair goes before another's. */
  void isReported(PairChange change) {
    Observation observation = change.observation();
    if (observation.isForAnother()) {
      reports.putIfAbsent(observation.reporter(), change);
    } else {
      reports.put(observation.counterpart(), change);
    }
  }

  /** The reports of the instant, one a reporter, by the reporter's id. */
  Collection<PairChange> reports() {
    return reports.values();
  }

  /** Whether there is a reason to judge what counts over contacts. */
  boolean hasContacts() {
    return contacts || ownBelief;
  }

  boolean hasOwnBelief() {
    return ownBelief;
  }

  Set<Long> beliefs() {
    return beliefs;
  }

  Set<Long> corrected() {
    return corrected;
  }

  Set<Long> coded() {
    return coded;
  }

  /** Whether the account was told signs of a pair, or something else is believed of its other. */
  boolean tellsOf(long tag) {
    boolean nothing = signed.isEmpty() && corrected.isEmpty();
    return !nothing && (signed.contains(tag) || corrected.contains(tag));
  }

  /** Pairs that the account was told signs of. */
  Set<Long> signed() {
    return signed;
  }

  /** A meeting was proposed, accepted or moved, and is pending. */
  void meets() {
    meets = true;
  }

  boolean isMeeting() {
    return meets;
  }

  /** A meeting is over, or not as it was. */
  void leaves(OpenMeeting meeting) {
    left.add(meeting);
  }

  List<OpenMeeting> left() {
    return left;
  }

  boolean hasRoomPost() {
    return roomPost;
  }

  boolean hasKnownMedia() {
    return knownMedia;
  }

  List<MatchedMedia> matched() {
    return matched;
  }

  @Nullable Evidence posting() {
    return posting;
  }

  long recordedMs() {
    return recordedMs;
  }

  boolean isEmpty() {
    boolean believesTheSame = !ownBelief && beliefs.isEmpty() && corrected.isEmpty();
    boolean nothingSeen = coded.isEmpty() && signed.isEmpty() && matched.isEmpty();
    return !contacts && believesTheSame && nothingSeen && !roomPost && !knownMedia;
  }

  void clear() {
    coded.clear();
    approaches.clear();
    summaryFrom = null;
    signed.clear();
    isRequested = false;
    isRequestNew = false;
    roomPost = false;
    knownMedia = false;
    beliefs.clear();
    corrected.clear();
    matched.clear();
    contacts = false;
    ownBelief = false;
    posting = null;
    meets = false;
    left.clear();
    reports.clear();
    recordedMs = Long.MIN_VALUE;
  }
}
