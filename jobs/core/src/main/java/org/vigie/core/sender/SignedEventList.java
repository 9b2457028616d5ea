package org.vigie.core.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.event.Unknown;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.fold.Step;

/**
 * The signed events of a pair, oldest first: the newest of each sign and sender, as many as {@link
 * StateLimit#SENDER_PAIR_SIGNS} says.
 */
final class SignedEventList {
  private final List<SignedEvent> events = new ArrayList<>(2);

  int size() {
    return events.size();
  }

  SignedEvent get(int index) {
    return events.get(index);
  }

  /** Time of the newest one, or {@link Unknown#TIME}. */
  long latestMs() {
    return events.isEmpty() ? Unknown.TIME : events.get(events.size() - 1).timeMs();
  }

  /**
   * Adds an event; those that are not among the newest of any of their signs go.
   *
   * @return time of the newest one that went, or {@link Unknown#TIME}
   */
  long add(SignedEvent event, Step step) {
    events.add(event);
    events.sort(SignedEvent.OLDEST_FIRST);
    long goneMs = Unknown.TIME;
    for (int i = events.size() - 1; i >= 0; i--) {
      SignedEvent one = events.get(i);
      if (one.own() == event.own() && (one.signs() & ~fullAfter(i)) == 0) {
        step.reached(StateLimit.SENDER_PAIR_SIGNS);
        goneMs = Math.max(goneMs, one.timeMs());
        events.remove(i);
      }
    }
    return goneMs;
  }

  /** The signs of which there are as many newer events by the same sender as are kept. */
  private long fullAfter(int index) {
    boolean own = events.get(index).own();
    long full = 0;
    for (long left = events.get(index).signs(); left != 0; left &= left - 1) {
      long sign = Long.lowestOneBit(left);
      int newer = 0;
      for (int i = index + 1; i < events.size(); i++) {
        SignedEvent one = events.get(i);
        newer += one.own() == own && (one.signs() & sign) != 0 ? 1 : 0;
      }
      full |= newer >= StateLimit.SENDER_PAIR_SIGNS.entriesMax() ? sign : 0;
    }
    return full;
  }

  /** Marks in the events that the account sent in this very instant the codes that it passed on. */
  void relayIn(Step step, ToLongFunction<SignedEvent> relayed) {
    for (int i = events.size() - 1; i >= 0 && events.get(i).timeMs() == step.timeMs(); i--) {
      SignedEvent event = events.get(i);
      if (event.own() && event.evidence().eventId().equals(step.root().id())) {
        events.set(i, event.relaying(relayed.applyAsLong(event)));
      }
    }
  }

  void removeThrough(long timeMs) {
    if (!events.isEmpty() && events.get(0).timeMs() <= timeMs) {
      events.removeIf(event -> event.timeMs() <= timeMs);
    }
  }

  void write(ByteWriter out) {
    out.number(events.size());
    events.forEach(event -> event.write(out));
  }

  void read(ByteReader in) {
    for (int left = in.count(); left > 0; left--) {
      events.add(SignedEvent.read(in));
    }
  }
}
