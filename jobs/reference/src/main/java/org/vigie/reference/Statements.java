package org.vigie.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

/** What is stated of accounts' ages, and what follows from it (page ¶5, ¶6, ¶8). */
final class Statements {
  /** A statement about an account's age, with its date (¶1, ¶5). */
  record Statement(Instant at, long dateMs, AgeClaim claim) {}

  private final AgeModel model;
  private final Likelihood likelihood;
  private final Belief unsourced;
  private final Map<String, List<Statement>> stated = new HashMap<>();

  Statements(AgeModel model, Log log) {
    this.model = model;
    this.likelihood = new Likelihood(model);
    this.unsourced = new Belief(false, model.prior());
    for (Observation seen : log.all()) {
      statement(seen)
          .ifPresent(
              statement ->
                  stated
                      .computeIfAbsent(seen.actor(), account -> new ArrayList<>())
                      .add(statement));
    }
  }

  /** Accounts of which anything is stated. */
  Set<String> accounts() {
    return stated.keySet();
  }

  /** What is stated of an account, in order. */
  List<Statement> of(String account) {
    return stated.getOrDefault(account, List.of());
  }

  /** What is believed of an account of which nothing was stated. */
  Belief unsourced() {
    return unsourced;
  }

  /** What follows from some of an account's statements, in order. */
  Belief believed(List<Statement> remembered) {
    return remembered.isEmpty() ? unsourced : posterior(latestOfEachSource(remembered));
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
