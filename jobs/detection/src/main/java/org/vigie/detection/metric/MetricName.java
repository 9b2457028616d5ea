package org.vigie.detection.metric;

import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;

/**
 * The catalogue of all metrics of ours. Labels have few values, fixed by the program: never an id,
 * a rule parameter or anything that a platform sends.
 */
public enum MetricName {
  /** Refused records. */
  DEAD_LETTERS(
      "deadLetters",
      Kind.COUNTER,
      "records",
      new Place("decode", ""),
      new Text(
          "Records that were refused.",
          "vigie deadletters ls says which and why; a jump means that a producer changed.")),
  /** The same by code. */
  DEAD_LETTERS_BY_CODE(
      "deadLettersByCode",
      Kind.COUNTER,
      "records",
      new Place("decode", "code"),
      new Text(
          "The same, by what is wrong with them (docs/operations/dead-letters.md).",
          "STALE and FUTURE_TIME: a producer's clock or backlog; the others: its encoding.")),
  /** Events that count at another time than their own. */
  EVENTS_CLAMPED(
      "eventsClamped",
      Kind.COUNTER,
      "events",
      new Place("decode", ""),
      new Text(
          "Events recorded later than D after they happened, or dated more than F ahead: they count at"
              + " another time than their own, and alerts say so.",
          "Find the producer that is late or whose clock is off; D is vigie.time.disorder.")),
  /** Signals outside the vocabulary. */
  UNKNOWN_SIGNAL_CODES(
      "unknownSignalCodes",
      Kind.COUNTER,
      "signals",
      new Place("decode", ""),
      new Text(
          "Signals whose code no version of ours knows; they are left out, the event counts.",
          "The platform sends newer or misspelt codes: docs/wire.md lists them.")),
  /** Signals that may not be taken in. */
  SIGNALS_WITHOUT_BASIS(
      "signalsWithoutBasis",
      Kind.COUNTER,
      "signals",
      new Place("decode", ""),
      new Text(
          "Signals and proposed meetings left out because the operator declares legal bases, and none"
              + " for them in their community; the event counts.",
          "Stop sending them, or declare the basis: vigie.legal-basis.signals.")),
  /** Fields outside the schema. */
  UNKNOWN_FIELDS(
      "unknownFields",
      Kind.COUNTER,
      "fields",
      new Place("decode", ""),
      new Text(
          "Fields of events in JSON that no schema of ours knows; they are left out.",
          "As above: newer or misspelt names.")),
  /** How old records are when they are read. */
  RECORD_AGE(
      "recordAgeMs",
      Kind.GAUGE,
      "ms",
      new Place("decode", ""),
      new Text(
          "How long ago the record read last was recorded.",
          "Rises while the job is behind: see backpressure and lag; negative: the clocks differ.")),
  /** Inputs of a stop. */
  INPUTS(
      "inputs",
      Kind.COUNTER,
      "inputs",
      new Place("stops", ""),
      new Text("Inputs that arrived.", "Load; nothing to do.")),
  /** The same input again. */
  DUPLICATES(
      "duplicates",
      Kind.COUNTER,
      "inputs",
      new Place("stops", ""),
      new Text(
          "Inputs that their key had already taken in within 24 h, and which changed nothing.",
          "After a restart they are normal; steadily, a producer sends everything twice.")),
  /** Behind the frontier. */
  INPUTS_OVERTAKEN(
      "inputsOvertaken",
      Kind.COUNTER,
      "inputs",
      new Place("stops", ""),
      new Text(
          "Inputs behind what their key had already settled: they count right after it.",
          "Zero while the promise about order holds. See instantsForced, and whether a partition was"
              + " unreachable for longer than vigie.time.fetch-allowance.")),
  /** Replacements behind the frontier. */
  INPUTS_DROPPED(
      "inputsDropped",
      Kind.COUNTER,
      "inputs",
      new Place("stops", ""),
      new Text(
          "Replacements of inputs behind what their key had settled: left out.",
          "As inputsOvertaken.")),
  /** Forced commits. */
  INSTANTS_FORCED(
      "instantsForced",
      Kind.COUNTER,
      "instants",
      new Place("stops", ""),
      new Text(
          "Instants settled early because more waited on one key than vigie.stop.tail-instants or"
              + " tail-size allow; alerts of that key say so.",
          "One key floods: a raid, a bot, a producer in a loop. During catch-up lower"
              + " vigie.kafka.alignment-drift.")),
  /** Tails folded anew. */
  TAILS_REWRITTEN(
      "tailsRewritten",
      Kind.COUNTER,
      "inputs",
      new Place("stops", ""),
      new Text(
          "Inputs out of order, or replacing others, for which a key's tail was folded anew.",
          "Costs CPU, changes no alert.")),
  /** Rule sets by time. */
  RULE_SETS(
      "ruleSets",
      Kind.GAUGE,
      "rule sets",
      new Place("stops", ""),
      new Text(
          "Rule sets that judge instants of one time or another.",
          "At most 64: with more, old events that are caught up on meet the oldest of them.")),
  /** Rule sets that had to go. */
  RULE_SETS_DROPPED(
      "ruleSetsDropped",
      Kind.COUNTER,
      "rule sets",
      new Place("stops", ""),
      new Text(
          "Rule sets that had to go for newer ones.",
          "Harmless unless a backlog is read that is older than 64 rule sets.")),
  /** Keys in the cache. */
  HOT_KEYS(
      "hotKeys",
      Kind.GAUGE,
      "keys",
      new Place("stops", ""),
      new Text("Keys that are held unpacked.", "Bounded by vigie.stop.hot-keys.")),
  /** Unwritten keys. */
  DIRTY_KEYS(
      "dirtyKeys",
      Kind.GAUGE,
      "keys",
      new Place("stops", ""),
      new Text(
          "Keys of them whose newest state is not written yet; a checkpoint writes them.",
          "Bounded by vigie.stop.dirty-keys; lower it if checkpoints stall.")),
  /** Cache hits. */
  HOT_KEY_HITS(
      "hotKeyHits",
      Kind.COUNTER,
      "reads",
      new Place("stops", ""),
      new Text(
          "Keys found among the hot ones.",
          "Beside hotKeyMisses the share of reads that cost nothing.")),
  /** Cache misses. */
  HOT_KEY_MISSES(
      "hotKeyMisses",
      Kind.COUNTER,
      "reads",
      new Place("stops", ""),
      new Text(
          "Keys read from RocksDB.",
          "Raise vigie.stop.hot-keys if they are most of the reads and the heap has room.")),
  /** What full collections let go. */
  EVICTIONS(
      "evictions",
      Kind.COUNTER,
      "entries",
      new Place("stops", "collection"),
      new Text(
          "How often a full collection of the state let an entry go, or a finding or alert listed"
              + " less than there was (docs/state.md lists both kinds).",
          "Rare is normal; much of it in one collection: the busiest accounts are known less well,"
              + " of a list: reviewers see the total, not all of it.")),
  /** Watermark lag. */
  WATERMARK_LAG(
      "watermarkLagMs",
      Kind.GAUGE,
      "ms",
      new Place("stops", ""),
      new Text(
          "How far event time is behind the clock at this stop; -1 before the first watermark.",
          "Normally D, and up to vigie.time.fetch-allowance more. Higher: a partition holds time back,"
              + " or the job is behind.")),
  /** Settled revisions. */
  ALERT_REVISIONS(
      "alertRevisions",
      Kind.COUNTER,
      "revisions",
      new Place("encode", "harm, severity"),
      new Text(
          "Settled revisions of alerts.",
          "A jump of one harm: look at the alerts before the rules; none for long: look at recordAgeMs.")),
  /** Entries of the audit. */
  AUDIT_ENTRIES(
      "auditEntries",
      Kind.COUNTER,
      "entries",
      new Place("audit", "kind"),
      new Text(
          "Entries chained for vigie.audit, of each kind: requests for erasure, held, done and taken"
              + " back among them.",
          "ERASURE_HELD without ERASURE_DONE later: see operations/erasure.md for what holds it."));

  private final String key;
  private final Kind kind;
  private final String unit;
  private final String operators;
  private final String labels;
  private final String meaning;
  private final String advice;

  /** What kind of figure it is. */
  public enum Kind {
    /** Only rises; begins anew with a restart of the task. */
    COUNTER,
    /** A figure as it is now. */
    GAUGE
  }

  /**
   * Where it is registered.
   *
   * @param operators which operators do
   * @param labels its labels, separated by commas
   */
  private record Place(String operators, String labels) {}

  /**
   * What the reference says of it.
   *
   * @param meaning what it says
   * @param advice what to do when it moves
   */
  private record Text(String meaning, String advice) {}

  MetricName(String key, Kind kind, String unit, Place place, Text text) {
    this.key = key;
    this.kind = kind;
    this.unit = unit;
    this.operators = place.operators();
    this.labels = place.labels();
    this.meaning = text.meaning();
    this.advice = text.advice();
  }

  /** Its name in its operator's group. */
  public String key() {
    return key;
  }

  /** What kind of figure it is. */
  public Kind kind() {
    return kind;
  }

  /** What it counts, or in which unit it measures. */
  public String unit() {
    return unit;
  }

  /** Operators that register it: {@code decode}, {@code encode}, or {@code stops} for each stop. */
  public String where() {
    return operators;
  }

  /** Its labels, separated by commas; empty for most. */
  public String labels() {
    return labels;
  }

  /** What it says. */
  public String meaning() {
    return meaning;
  }

  /** What to do when it moves. */
  public String advice() {
    return advice;
  }

  /** Its name at Flink's Prometheus reporter. */
  public String prometheus() {
    String scope = labels().isEmpty() ? "" : labels().replace(", ", "_") + "_";
    return "flink_taskmanager_job_task_operator_" + scope + key;
  }

  /** Registers a counter that the caller counts with. */
  public Counter counter(MetricGroup group) {
    return group.counter(key, new SimpleCounter());
  }

  /** Registers what is counted elsewhere on the same thread. */
  public void counted(MetricGroup group, LongSupplier count) {
    group.counter(key, new CountedElsewhere(count));
  }

  /** Registers a figure that is read now and then. */
  public void measured(MetricGroup group, LongSupplier value) {
    group.gauge(key, (Gauge<Long>) value::getAsLong);
  }
}
