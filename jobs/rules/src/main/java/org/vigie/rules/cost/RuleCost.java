package org.vigie.rules.cost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.core.fold.StateLimit;
import org.vigie.core.rule.Claim;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Feature;
import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Measure;
import org.vigie.core.rule.Rule;
import org.vigie.core.rule.Table;
import org.vigie.rules.bundle.DeclaredFeature;
import org.vigie.rules.bundle.DeclaredGuard;
import org.vigie.rules.bundle.Rulebook;
import org.vigie.rules.bundle.WrittenRule;
import org.vigie.rules.cel.ConditionText;

/**
 * What one rule costs at the most, from its text alone.
 *
 * @param stop where it is judged
 * @param features all that it reads, those of which others are made included
 * @param rowsMax rows of state that one judgement looks at, each feature for itself
 * @param stepsMax clauses that one judgement evaluates, those of rows included
 * @param stateBytesMax bytes of state of one key at its caps, with ids of 16 bytes; kept once for
 *     all rules that read the same
 * @param sharedWith rules that read the same state
 */
public record RuleCost(
    String rule,
    String stop,
    Set<String> features,
    long rowsMax,
    long stepsMax,
    long stateBytesMax,
    List<String> sharedWith) {
  /** What a feature over codes looks at: one pair. */
  private static final int PAIR_ROWS = 1;

  public RuleCost {
    features = new LinkedHashSet<>(features);
    sharedWith = List.copyOf(sharedWith);
  }

  /** The cost of each rule of a book, in its order. */
  public static List<RuleCost> of(Rulebook book) {
    List<RuleCost> costs = new ArrayList<>();
    for (WrittenRule written : book.rules()) {
      Set<Kept> own = new Reading(book, written.rule()).kept;
      List<String> shared = new ArrayList<>();
      for (WrittenRule other : book.rules()) {
        Set<Kept> common = EnumSet.noneOf(Kept.class);
        common.addAll(new Reading(book, other.rule()).kept);
        common.retainAll(own);
        if (!other.equals(written) && !common.isEmpty()) {
          shared.add(other.rule().id());
        }
      }
      costs.add(new Reading(book, written.rule()).cost(shared));
    }
    return costs;
  }

  /** As names and values, for machines. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", rule);
    fields.put("stop", stop);
    fields.put("features", List.copyOf(features));
    fields.put("rows_max", rowsMax);
    fields.put("steps_max", stepsMax);
    fields.put("state_bytes_max", stateBytesMax);
    fields.put("shared_with", sharedWith);
    return fields;
  }

  /**
   * Collections of state that features read, and the bytes of an entry, measured by a test: a pair
   * with one event (a stage code is a sign too).
   */
  enum Kept {
    CONTACTS(StateLimit.SENDER_CONTACTS, 84),
    CODED_PAIRS(StateLimit.SENDER_PAIRS, 233),
    SIGNED_PAIRS(StateLimit.SENDER_SIGNED_PAIRS, 93),
    ROOM_POSTS(StateLimit.SENDER_ROOM_POSTS, 50),
    KNOWN_MEDIA(StateLimit.SENDER_KNOWN_MEDIA, 83),
    DEVICE_ACCOUNTS(StateLimit.LINK_ACCOUNTS, 84),
    TRACES(StateLimit.LINK_TRACES, 52),
    AFTERMATHS(StateLimit.LINK_AFTERMATHS, 120),
    RETURNS(StateLimit.LINK_RETURNS, 88),
    REPORTS(StateLimit.LINK_REPORTS, 132);

    private final StateLimit limit;
    private final int entryBytes;

    Kept(StateLimit limit, int entryBytes) {
      this.limit = limit;
      this.entryBytes = entryBytes;
    }

    int entryBytes() {
      return entryBytes;
    }

    int entriesMax() {
      return limit.entriesMax();
    }
  }

  /** Follows a rule to everything that it reads. */
  private static final class Reading {
    /** Media of a message (CONTRACT §7). */
    private static final int MEDIA_MAX = 16;

    private final Rule rule;
    private final Set<String> features = new LinkedHashSet<>();
    private final Set<Kept> kept = EnumSet.noneOf(Kept.class);
    private long rows;
    private long steps;

    Reading(Rulebook book, Rule rule) {
      this.rule = rule;
      Deque<String> open = new ArrayDeque<>();
      condition(rule.when(), open);
      for (Claim claim : rule.claims()) {
        condition(claim.when(), open);
      }
      for (String name : rule.guards()) {
        DeclaredGuard declared = book.declarations().guards().get(name);
        if (declared != null) {
          Guard guard = declared.guard();
          open.add(guard.feature());
          condition(guard.when(), open);
        }
      }
      while (!open.isEmpty()) {
        String name = open.remove();
        DeclaredFeature declared = book.declarations().features().get(name);
        if (declared != null && features.add(name)) {
          read(declared.feature(), open);
        }
      }
    }

    RuleCost cost(List<String> sharedWith) {
      long bytes = kept.stream().mapToLong(one -> (long) one.entryBytes() * one.entriesMax()).sum();
      String stop =
          switch (rule.scope()) {
            case ACCOUNT, PAIR -> "SENDER";
            case LINK -> "LINKS";
          };
      return new RuleCost(rule.id(), stop, features, rows, steps, bytes, sharedWith);
    }

    private void condition(Condition condition, Deque<String> open) {
      open.addAll(ConditionText.names(condition));
      steps += clauses(condition);
    }

    private void read(Feature feature, Deque<String> open) {
      Measure measure = feature.measure();
      steps++;
      if (measure instanceof Measure.Count count) {
        rows(count.table(), count.where());
      } else if (measure instanceof Measure.Sum sum) {
        rows(sum.table(), sum.where());
      } else if (measure instanceof Measure.DistinctOf distinct) {
        rows(distinct.table(), distinct.where());
      } else if (measure instanceof Measure.Hits hits) {
        kept.add(Kept.SIGNED_PAIRS);
        rows += PAIR_ROWS;
        steps += hits.after().size();
      } else if (measure instanceof Measure.Pairs pairs) {
        kept.add(Kept.SIGNED_PAIRS);
        rows += Kept.SIGNED_PAIRS.entriesMax();
        steps += Kept.SIGNED_PAIRS.entriesMax() * clauses(pairs.where());
        open.addAll(ConditionText.names(pairs.where()));
        if (!pairs.sum().isEmpty()) {
          open.add(pairs.sum());
        }
      } else if (measure instanceof Measure.DistinctCodes) {
        kept.add(Kept.CODED_PAIRS);
        rows += PAIR_ROWS;
      } else if (measure instanceof Measure.Ratio ratio) {
        open.addAll(List.of(ratio.numerator(), ratio.denominator()));
      } else if (measure instanceof Measure.BinomialTail tail) {
        open.addAll(List.of(tail.successes(), tail.trials()));
      }
    }

    private void rows(Table table, Condition where) {
      long most =
          switch (table) {
            case NEW_CONTACTS -> Kept.CONTACTS.entriesMax();
            case MATCHED_MEDIA -> MEDIA_MAX;
            case REPORTS -> Kept.REPORTS.entriesMax();
            case ROOM_POSTS -> Kept.ROOM_POSTS.entriesMax();
            case KNOWN_MEDIA -> Kept.KNOWN_MEDIA.entriesMax();
            case ACCOUNTS, BANS -> Kept.DEVICE_ACCOUNTS.entriesMax();
            case AFTERMATHS -> Kept.AFTERMATHS.entriesMax();
            case RETURNS -> Kept.RETURNS.entriesMax();
            case PLACES, APPROACHES, SPREAD, MENU, MEMBERS -> Kept.TRACES.entriesMax();
          };
      switch (table) {
        case NEW_CONTACTS -> kept.add(Kept.CONTACTS);
        case REPORTS -> kept.add(Kept.REPORTS);
        case ROOM_POSTS -> kept.add(Kept.ROOM_POSTS);
        case KNOWN_MEDIA -> kept.add(Kept.KNOWN_MEDIA);
        case ACCOUNTS -> kept.add(Kept.DEVICE_ACCOUNTS);
        case BANS -> kept.addAll(Set.of(Kept.DEVICE_ACCOUNTS, Kept.RETURNS));
        case AFTERMATHS -> kept.add(Kept.AFTERMATHS);
        case RETURNS -> kept.add(Kept.RETURNS);
        case PLACES, APPROACHES, SPREAD, MENU, MEMBERS -> kept.add(Kept.TRACES);
        case MATCHED_MEDIA -> {}
      }
      rows += most;
      steps += most * Math.max(1, clauses(where));
    }

    private static long clauses(Condition condition) {
      if (condition instanceof Condition.All all) {
        return all.of().stream().mapToLong(Reading::clauses).sum();
      }
      if (condition instanceof Condition.Any any) {
        return any.of().stream().mapToLong(Reading::clauses).sum();
      }
      return condition instanceof Condition.Not not ? clauses(not.of()) : 1;
    }
  }
}
