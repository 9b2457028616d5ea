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

  void count(StreamEvent event, int encodedBytes) {
    events++;
    valueBytes += encodedBytes;
    senders.set(event.sender());
    recipients.set(event.recipient());
    if (event.fanOut()) {
      fanOutEvents++;
      fanOutSenders.set(event.sender());
    }
    if (!contacts.add(towards(event.sender(), event.recipient()))) {
      knownContactEvents++;
    } else if (!contacts.contains(towards(event.recipient(), event.sender()))) {
      pairs++;
    }
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
        valueBytes);
  }

  private static long towards(int from, int to) {
    return ((long) from << 32) | to;
  }
}
