package org.vigie.bench.stream;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Counts a stream as it goes by. Memory grows with accounts and pairs, not with events. */
final class StreamCensus {
  private final BitSet senders = new BitSet();
  private final BitSet recipients = new BitSet();
  private final BitSet fanOutSenders = new BitSet();
  private final Set<Long> contacts = new HashSet<>();
  private long events;
  private long pairs;
  private long knownContactEvents;
  private long fanOutEvents;
  private long valueBytes;
  private long sessions;
  private long interactions;

  void count(StreamEvent event, int encodedBytes) {
    if (event.fanOut()) {
      fanOutEvents++;
      fanOutSenders.set(event.sender());
    }
    message(event.sender(), new int[] {event.recipient()}, encodedBytes);
  }

  /** A message; without recipients it is a post in a room. */
  void message(int sender, int[] recipients, int encodedBytes) {
    acts(sender, encodedBytes);
    boolean known = recipients.length > 0;
    for (int recipient : recipients) {
      known &= reaches(sender, recipient);
    }
    knownContactEvents += known ? 1 : 0;
  }

  /** Something about an account alone. */
  void session(int account, int encodedBytes) {
    acts(account, encodedBytes);
    sessions++;
  }

  /** Somebody acts upon somebody otherwise than by a message. */
  void interaction(int actor, int target, int encodedBytes) {
    acts(actor, encodedBytes);
    reaches(actor, target);
    interactions++;
  }

  private void acts(int sender, int encodedBytes) {
    events++;
    valueBytes += encodedBytes;
    senders.set(sender);
  }

  /** Notes it, and answers whether it happened before. */
  private boolean reaches(int sender, int recipient) {
    recipients.set(recipient);
    if (!contacts.add(towards(sender, recipient))) {
      return true;
    }
    pairs += contacts.contains(towards(recipient, sender)) ? 0 : 1;
    return false;
  }

  StreamFacts facts() {
    return new StreamFacts(
        events,
        senders.cardinality(),
        recipients.cardinality(),
        pairs,
        knownContactEvents,
        fanOutSenders.cardinality(),
        fanOutEvents,
        valueBytes,
        sessions,
        interactions);
  }

  private static long towards(int from, int to) {
    return ((long) from << 32) | to;
  }
}
