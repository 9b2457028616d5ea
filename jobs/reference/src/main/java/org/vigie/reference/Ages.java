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

  private final AgeModel model;
  private final Likelihood likelihood;
  private final Forgetting forgetting;
  private final Belief unsourced;

  /** Per account what is believed from which instant on. */
  private final Map<String, NavigableMap<Instant, Belief>> beliefs = new HashMap<>();

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
    statements.forEach((account, stated) -> beliefs.put(account, history(account, stated)));
  }

  /** What is believed of an account at {@code asOf}, everything of that instant included. */
  Belief belief(String account, Instant asOf) {
    return latest(history(account).headMap(asOf, true));
  }

  /** Accounts of which something else is believed at an instant than before it. */
  SortedSet<String> changedAt(Instant instant) {
    SortedSet<String> changed = new TreeSet<>();
    for (String account : beliefs.keySet()) {
      Belief before = latest(history(account).headMap(instant, false));
      if (!belief(account, instant).equals(before)) {
        changed.add(account);
      }
    }
    return changed;
  }

  private NavigableMap<Instant, Belief> history(String account) {
    return beliefs.getOrDefault(account, new TreeMap<>());
  }

  private Belief latest(NavigableMap<Instant, Belief> history) {
    return history.isEmpty() ? unsourced : history.lastEntry().getValue();
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

  /** What is believed after each statement, and nothing once the account is forgotten (¶31). */
  private NavigableMap<Instant, Belief> history(String account, List<Statement> statements) {
    NavigableMap<Instant, Belief> history = new TreeMap<>();
    for (Statement statement : statements) {
      Instant now = statement.at();
      List<Statement> remembered =
          statements.stream()
              .filter(earlier -> !earlier.at().isAfter(now))
              .filter(earlier -> !forgetting.hasForgotten(account, earlier.at(), now))
              .toList();
      history.put(now, posterior(latestOfEachSource(remembered)));
    }
    forgetting.of(account).forEach(forgotten -> history.put(forgotten, unsourced));
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
