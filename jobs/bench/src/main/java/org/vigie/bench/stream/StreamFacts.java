package org.vigie.bench.stream;

/**
 * What was counted of a stream while it was written; state sizes are divided by these.
 *
 * @param events written
 * @param senders accounts that wrote, or did anything else, at least once
 * @param recipients accounts that were written to, or acted upon, at least once
 * @param pairs unordered pairs with at least one event
 * @param knownContactEvents messages whose sender had reached all their recipients before
 * @param fanOutSenders accounts that reach out to many and wrote at least once
 * @param fanOutEvents what those wrote
 * @param valueBytes encoded bytes of all values, keys not counted
 * @param sessions how many of the events are about an account alone
 * @param interactions how many are reactions, payments and the like
 */
public record StreamFacts(
    long events,
    long senders,
    long recipients,
    long pairs,
    long knownContactEvents,
    long fanOutSenders,
    long fanOutEvents,
    long valueBytes,
    long sessions,
    long interactions) {

  /** Share of events that went to a known contact, 0..1. */
  public double knownContactShare() {
    return (double) knownContactEvents / events;
  }

  /** Share of events that the fan-out accounts sent, 0..1. */
  public double fanOutEventShare() {
    return (double) fanOutEvents / events;
  }

  /** Mean encoded size of a value. */
  public double bytesPerEvent() {
    return (double) valueBytes / events;
  }
}
