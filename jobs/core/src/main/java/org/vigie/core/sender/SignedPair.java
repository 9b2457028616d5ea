package org.vigie.core.sender;

import org.jspecify.annotations.Nullable;
import org.vigie.core.age.AgeView;
import org.vigie.core.alert.Counterpart;
import org.vigie.core.alert.Evidences;
import org.vigie.core.alert.Role;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.BoundedList;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;
import org.vigie.core.judge.SignedEvents;
import org.vigie.core.route.Acquaintance;

/** A pair of the account with its signed events, by either of the two. */
final class SignedPair implements SignedEvents {
  final String account;
  final long tag;

  /** What is believed of the other; null before an act of the account told it. */
  @Nullable AgeView age;

  boolean openedByOwn;
  boolean unsolicited;
  long messages;
  long contactMs;

  /** The pair's last act by then. */
  long lastMs;

  /** When the account was told of the pair last. */
  long toldMs;

  /** Unanswered messages as told last, and when they were. */
  int run;

  long runMs = Unknown.TIME;

  /** Who the other belongs together with, as of its latest reaction; null if it never reacted. */
  @Nullable Acquaintance acquaintance;

  /** The instant of that reaction: its time, and the event's id. */
  long reactedMs = Unknown.TIME;

  String reactionId = Unknown.ID;

  /** The latest event that had to go for newer ones. */
  long lostMs = Unknown.TIME;

  final SignedEventList events = new SignedEventList();
  final BoundedList<AgreedTime> meetings = new BoundedList<>(StateLimit.SENDER_AGREED_TIMES);

  SignedPair(String account, long tag) {
    this.account = account;
    this.tag = tag;
  }

  /** Takes an event in; of each sign and sender the newest are kept. */
  void add(SignedEvent event, Step step) {
    long goneMs = events.add(event, step);
    lostMs = Math.max(lostMs, goneMs);
  }

  /** Forgets what is older than the time. */
  void forgetThrough(long timeMs) {
    events.removeThrough(timeMs);
    meetings.removeIf(meeting -> meeting.saidMs() <= timeMs);
    if (runMs != Unknown.TIME && runMs <= timeMs) {
      run = 0;
      runMs = Unknown.TIME;
    }
    if (reactedMs <= timeMs) {
      acquaintance = null;
    }
  }

  /** Whether the other's latest reaction came before that of another pair. */
  boolean reactedBefore(SignedPair later) {
    return reactedMs < later.reactedMs
        || reactedMs == later.reactedMs && reactionId.compareTo(later.reactionId) < 0;
  }

  boolean isEmpty() {
    return events.size() == 0 && run == 0 && meetings.isEmpty();
  }

  /** The latest event that would be lost with the pair. */
  long latestMs() {
    return Math.max(lostMs, events.latestMs());
  }

  /** The other, with the view of an account of which nothing is said where nothing is known. */
  Counterpart counterpart(AgeView unknown) {
    AgeView known = age == null ? unknown : age;
    return new Counterpart(account, Role.POSSIBLE_VICTIM, known, messages, contactMs, lastMs);
  }

  @Override
  public int size() {
    return events.size();
  }

  @Override
  public long timeMs(int event) {
    return events.get(event).timeMs();
  }

  @Override
  public int rank(int event) {
    return Evidences.rankOf(events.get(event).evidence().kind()).ordinal();
  }

  @Override
  public String id(int event) {
    return events.get(event).evidence().eventId();
  }

  @Override
  public long signs(int event) {
    return events.get(event).signs();
  }

  @Override
  public long strong(int event) {
    return events.get(event).strong();
  }

  @Override
  public long relayed(int event) {
    return events.get(event).relayed();
  }

  @Override
  public boolean isOwn(int event) {
    return events.get(event).own();
  }

  @Override
  public boolean isPrivate(int event) {
    return events.get(event).isPrivate();
  }

  @Override
  public long contactMs() {
    return contactMs;
  }

  @Override
  public int meetings() {
    return meetings.size();
  }

  @Override
  public long meetingMs(int meeting) {
    return meetings.get(meeting).timeMs();
  }

  @Override
  public boolean isPublic(int meeting) {
    return meetings.get(meeting).isPublic();
  }

  void write(ByteWriter out) {
    AgeView known = age;
    Acquaintance joined = acquaintance;
    int flags =
        (known == null ? 0 : 1)
            | (openedByOwn ? 2 : 0)
            | (unsolicited ? 4 : 0)
            | (joined == null ? 0 : 8);
    out.octet(flags).text(account).fixed64(tag).number(messages).signed(contactMs);
    out.signed(toldMs - contactMs).signed(toldMs - lastMs).octet(run).time(runMs).time(lostMs);
    if (known != null) {
      known.write(out);
    }
    if (joined != null) {
      joined.write(out);
      out.signed(reactedMs).text(reactionId);
    }
    events.write(out);
    meetings.write(out, meeting -> meeting.write(out));
  }

  static SignedPair read(ByteReader in) {
    int flags = in.octet();
    SignedPair pair = new SignedPair(in.text(), in.fixed64());
    pair.openedByOwn = (flags & 2) != 0;
    pair.unsolicited = (flags & 4) != 0;
    pair.messages = in.number();
    pair.contactMs = in.signed();
    pair.toldMs = pair.contactMs + in.signed();
    pair.lastMs = pair.toldMs - in.signed();
    pair.run = in.octet();
    pair.runMs = in.time();
    pair.lostMs = in.time();
    if ((flags & 1) != 0) {
      pair.age = AgeView.read(in);
    }
    if ((flags & 8) != 0) {
      pair.acquaintance = Acquaintance.read(in);
      pair.reactedMs = in.signed();
      pair.reactionId = in.text();
    }
    pair.events.read(in);
    pair.meetings.read(in, AgreedTime::read);
    return pair;
  }
}
