package org.vigie.bench.stream;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Draws the events of a {@link StreamSpec} one after the other, in the order of the log. */
public final class EventStream implements Iterator<StreamEvent> {
  private final StreamSpec spec;
  private final SplitMix64 random;
  private final ZipfMandelbrot ordinarySenders;
  private int index;

  public EventStream(StreamSpec spec) {
    this.spec = spec;
    this.random = new SplitMix64(spec.seed());
    this.ordinarySenders =
        new ZipfMandelbrot(spec.accounts() - spec.fanOutAccounts(), StreamSpec.ZIPF_OFFSET);
  }

  @Override
  public boolean hasNext() {
    return index < spec.events();
  }

  @Override
  public StreamEvent next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the stream ends after " + spec.events() + " events");
    }
    boolean fanOut = random.nextDouble() < StreamSpec.FAN_OUT_EVENT_SHARE;
    int sender = fanOut ? fanOutSender() : ordinarySender();
    int contacts = fanOut ? StreamSpec.FAN_OUT_RECIPIENTS : StreamSpec.CONTACTS_PER_ACCOUNT;
    int recipient = contact(sender, random.nextInt(contacts));
    long recordedMs = StreamSpec.START_MS + StreamSpec.SPAN_MS * index / spec.events();
    long timeMs = recordedMs - random.nextInt(StreamSpec.DISORDER_MS_MAX + 1);
    return new StreamEvent(index++, sender, recipient, fanOut, recordedMs, timeMs);
  }

  /** The first account numbers are those that reach out to many, the rest are ordinary. */
  private int fanOutSender() {
    return random.nextInt(spec.fanOutAccounts());
  }

  private int ordinarySender() {
    return spec.fanOutAccounts() + ordinarySenders.rank(random.nextDouble());
  }

  /** The {@code n}-th contact of an account: any other account, the same one whenever asked. */
  private int contact(int account, int n) {
    long mixed = SplitMix64.mix(spec.seed() ^ SplitMix64.mix(((long) account << 32) | n));
    int other = (int) (((mixed >>> 32) * (spec.accounts() - 1)) >>> 32);
    return other < account ? other : other + 1;
  }
}
