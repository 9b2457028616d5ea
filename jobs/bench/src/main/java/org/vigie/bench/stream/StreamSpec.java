package org.vigie.bench.stream;

import java.time.Duration;
import java.util.List;
import org.vigie.detection.kafka.Topics;

/**
 * The law of one stream, after PERFORMANCE §1: accounts write by a Zipf-Mandelbrot law, each to
 * {@value #CONTACTS_PER_ACCOUNT} contacts of its own, which makes three events in four go to a
 * known contact; one account in {@value #ACCOUNTS_PER_FAN_OUT_ACCOUNT} instead reaches out to
 * {@value #FAN_OUT_RECIPIENTS} recipients, and all of those together send 5 % of the events.
 *
 * @param seed the same seed gives the same bytes
 * @param events how many, 1 to 100,000,000
 * @param accounts how many, {@value #ACCOUNTS_MIN} to 20,000,000; not all of them will write
 */
public record StreamSpec(long seed, int events, int accounts) implements WrittenStream {
  /** Seed of every published figure. */
  public static final long DEFAULT_SEED = 42;

  /** Below this a fan-out account would not find its recipients. */
  public static final int ACCOUNTS_MIN = 400;

  /** Event time of the first event: 2024-06-24T00:00Z. */
  public static final long START_MS = 1_719_187_200_000L;

  /** Event time covered: three days. */
  public static final long SPAN_MS = 3L * 24 * 60 * 60 * 1000;

  /** An event stands at most this far behind its place in the log. */
  public static final int DISORDER_MS_MAX = 5_000;

  static final int CONTACTS_PER_ACCOUNT = 4;
  static final int ACCOUNTS_PER_FAN_OUT_ACCOUNT = 200;
  static final int FAN_OUT_RECIPIENTS = 200;
  static final double FAN_OUT_EVENT_SHARE = 0.05;
  static final double ZIPF_OFFSET = 50;

  private static final int EVENTS_MAX = 100_000_000;
  private static final int ACCOUNTS_MAX = 20_000_000;

  public StreamSpec {
    if (events < 1 || events > EVENTS_MAX) {
      throw new IllegalArgumentException("events " + events + " is outside 1.." + EVENTS_MAX);
    }
    if (accounts < ACCOUNTS_MIN || accounts > ACCOUNTS_MAX) {
      throw new IllegalArgumentException(
          "accounts " + accounts + " is outside " + ACCOUNTS_MIN + ".." + ACCOUNTS_MAX);
    }
  }

  @Override
  public List<String> topics() {
    return List.of(Topics.MESSAGES);
  }

  @Override
  public Duration drift() {
    return Duration.ofHours(1);
  }

  @Override
  public StreamFacts write(TopicWriter writer) {
    EventStream stream = new EventStream(this);
    MessageWriter messages = new MessageWriter(this);
    StreamCensus census = new StreamCensus();
    while (stream.hasNext()) {
      StreamEvent event = stream.next();
      byte[] value = messages.value(event);
      census.count(event, value.length);
      writer.send(Topics.MESSAGES, event.recordedMs(), messages.key(event), value);
    }
    return census.facts();
  }

  int fanOutAccounts() {
    return accounts / ACCOUNTS_PER_FAN_OUT_ACCOUNT;
  }

  /** Sizes that results are published for, all but the last under one law. */
  public enum Preset {
    /** For trying the bench out. */
    TINY(100_000, 10_000),
    /** For peers too slow for more. */
    MID(500_000, 50_000),
    /** The size that goals are stated for. */
    MESSAGES(2_000_000, 200_000),
    /** As many events over three times the senders: what more keys cost. */
    WIDE(2_000_000, 2_000_000),
    /** The simulator's world, of which days decide how many events there are. */
    WORLD(0, 20_000);

    private final int events;
    private final int accounts;

    Preset(int events, int accounts) {
      this.events = events;
      this.accounts = accounts;
    }

    /** Events of this size. */
    public int events() {
      return events;
    }

    /** Accounts of this size. */
    public int accounts() {
      return accounts;
    }
  }
}
