package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

/** What is believed of each account's age, as of any instant (page ¶5-8). */
final class Ages {
  /** A statement about an account's age, with its date (¶1, ¶5). */
  private record Statement(Instant at, long dateMs, AgeClaim claim) {}

  /** Accounts of which something else is believed, by themselves and as others see them. */
  record Changed(SortedSet<String> own, SortedSet<String> seenByOthers) {
    boolean isEmpty() {
      return own.isEmpty() && seenByOthers.isEmpty();
    }
  }

  /** Whether what was stated at one instant is forgotten at a later one (¶31). */
  private interface Forgotten {
    boolean test(String account, Instant then, Instant now);
  }

  private final AgeModel model;
  private final Likelihood likelihood;
  private final Forgetting forgetting;
  private final Belief unsourced;

  /** Per account what is believed from which instant on, unless it is forgotten. */
  private final Map<String, NavigableMap<Instant, Belief>> own = new HashMap<>();

  private final Map<String, NavigableMap<Instant, Belief>> seenByOthers = new HashMap<>();

  /** Of whom something is stated at an instant: nobody else's belief changes there. */
  private final Map<Instant, List<String>> stating = new HashMap<>();

  private final Map<String, List<Instant>> changesSeenByOthers = new HashMap<>();

  Ages(AgeModel model, Log log, Forgetting forgetting) {
    this.model = model;
    this.likelihood = new Likelihood(model);
    this.forgetting = forgetting;
    this.unsourced = new Belief(false, model.prior());
    Map<String, List<Statement>> statements = new HashMap<>();
    for (Observation seen : log.all()) {
      statement(seen)
          .ifPresent(
              statement ->
                  statements
                      .computeIfAbsent(seen.actor(), account -> new ArrayList<>())
                      .add(statement));
    }
    statements.forEach(
        (account, stated) -> {
          own.put(account, history(account, stated, forgetting::isForgotten));
          seenByOthers.put(account, history(account, stated, forgetting::isForgottenByOthers));
          own.get(account)
              .keySet()
              .forEach(at -> stating.computeIfAbsent(at, on -> new ArrayList<>()).add(account));
        });
  }

  /** What is believed of an account of which nothing was stated. */
  Belief unsourced() {
    return unsourced;
  }

  /** What is believed of an acting account at {@code asOf}, everything of that instant included. */
  Belief own(String account, Instant asOf) {
    return latest(
        account, history(own, account).headMap(asOf, true), asOf, forgetting::isForgotten);
  }

  /** The same of an account as those see it who have to do with it. */
  Belief seenByOthers(String account, Instant asOf) {
    return latest(
        account,
        history(seenByOthers, account).headMap(asOf, true),
        asOf,
        forgetting::isForgottenByOthers);
  }

  private static NavigableMap<Instant, Belief> history(
      Map<String, NavigableMap<Instant, Belief>> beliefs, String account) {
    return beliefs.getOrDefault(account, new TreeMap<>());
  }

  private Belief latest(
      String account, NavigableMap<Instant, Belief> upTo, Instant now, Forgotten forgotten) {
    return upTo.isEmpty() || forgotten.test(account, upTo.lastKey(), now)
        ? unsourced
        : upTo.lastEntry().getValue();
  }

  /** Accounts of which an instant makes something else believed. */
  Changed changedAt(Instant instant) {
    return new Changed(
        changedAt(own, instant, forgetting::isForgotten),
        changedAt(seenByOthers, instant, forgetting::isForgottenByOthers));
  }

  private SortedSet<String> changedAt(
      Map<String, NavigableMap<Instant, Belief>> beliefs, Instant instant, Forgotten forgotten) {
    SortedSet<String> changed = new TreeSet<>();
    for (String account : stating.getOrDefault(instant, List.of())) {
      if (isChange(account, history(beliefs, account), instant, forgotten)) {
        changed.add(account);
      }
    }
    return changed;
  }

  private boolean isChange(
      String account, NavigableMap<Instant, Belief> history, Instant at, Forgotten forgotten) {
    Belief before = latest(account, history.headMap(at, false), at, forgotten);
    return !latest(account, history.headMap(at, true), at, forgotten).equals(before);
  }

  /** When something else is believed of an account as others see it, in order. */
  List<Instant> changesSeenByOthers(String account) {
    return changesSeenByOthers.computeIfAbsent(
        account,
        one -> {
          NavigableMap<Instant, Belief> beliefs = history(seenByOthers, one);
          return beliefs.keySet().stream()
              .filter(at -> isChange(one, beliefs, at, forgetting::isForgottenByOthers))
              .toList();
        });
  }

  /** Whether an event says something of its actor's age. */
  static boolean isStatement(Observation seen) {
    return statement(seen).isPresent();
  }

  /** The statement that an event makes about its actor (¶8), if any. */
  private static Optional<Statement> statement(Observation seen) {
    if (seen.session().isPresent()) {
      SessionEvent session = seen.session().get();
      // Account life keeps its true date (¶1); one ahead of its recording is clamped.
      long dateMs = Math.min(session.timeMs(), seen.at().timeMs());
      return session.age().isPresent()
          ? Optional.of(new Statement(seen.at(), dateMs, session.age()))
          : Optional.empty();
    }
    if (seen.message().isPresent() && !seen.hasTarget()) {
      return disclosure(seen.message().get())
          .map(claim -> new Statement(seen.at(), seen.at().timeMs(), claim));
    }
    return Optional.empty();
  }

  /** ¶8: of several in one message the last counts. */
  private static Optional<AgeClaim> disclosure(Message message) {
    Optional<AgeClaim> last = Optional.empty();
    for (Signal signal : message.signals()) {
      AgeClaim claim = new AgeClaim(signal.ageMin(), signal.ageMax(), AgeClaim.Source.DISCLOSED);
      if (signal.code() == SignalCode.AGE_DISCLOSURE && signal.counts() && claim.isPresent()) {
        last = Optional.of(claim);
      }
    }
    return last;
  }

  /** What is believed after each statement. */
  private NavigableMap<Instant, Belief> history(
      String account, List<Statement> statements, Forgotten forgotten) {
    NavigableMap<Instant, Belief> history = new TreeMap<>();
    for (Statement statement : statements) {
      Instant now = statement.at();
      List<Statement> remembered =
          statements.stream()
              .filter(earlier -> !earlier.at().isAfter(now))
              .filter(earlier -> !forgotten.test(account, earlier.at(), now))
              .toList();
      history.put(now, posterior(latestOfEachSource(remembered)));
    }
    return history;
  }

  /** ¶5: per source the statement with the latest date; at equal dates the later instant. */
  private static Collection<Statement> latestOfEachSource(List<Statement> statements) {
    Map<AgeClaim.Source, Statement> latest = new EnumMap<>(AgeClaim.Source.class);
    for (Statement statement : statements) {
      latest.merge(
          statement.claim().source(),
          statement,
          (old, next) -> next.dateMs() >= old.dateMs() ? next : old);
    }
    return latest.values();
  }

  /** ¶6: prior times likelihoods as sums of rounded logarithms, then normalised. */
  private Belief posterior(Collection<Statement> statements) {
    AgeBand[] bands = AgeBand.values();
    long[] logs = new long[bands.length];
    for (int i = 0; i < bands.length; i++) {
      logs[i] = log(model.prior().get(i));
      for (Statement statement : statements) {
        logs[i] += log(likelihood.of(statement.claim(), bands[i]));
      }
    }
    return new Belief(true, normalised(logs));
  }

  private static long log(long probability) {
    return Math.round(StrictMath.log(Fixed.toDouble(probability)) * Fixed.ONE);
  }

  private static List<Long> normalised(long[] logs) {
    long greatest = Long.MIN_VALUE;
    for (long log : logs) {
      greatest = Math.max(greatest, log);
    }
    double[] shares = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      shares[i] = StrictMath.exp(Fixed.toDouble(logs[i] - greatest));
      sum += shares[i];
    }
    List<Long> posterior = new ArrayList<>();
    for (double share : shares) {
      posterior.add(Math.round(share / sum * Fixed.ONE));
    }
    return posterior;
  }
}
