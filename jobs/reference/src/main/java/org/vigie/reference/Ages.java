package org.vigie.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Message;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Signal;
import org.vigie.core.event.SignalCode;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

/** What is believed of each account's age, as of any instant (page ¶5-8). */
final class Ages {
  private static final int LEAST_YEARS = 0;
  private static final int GREATEST_YEARS = 150;

  /** A statement about an account's age, with its date (¶1, ¶5). */
  private record Statement(Instant at, long dateMs, AgeClaim claim) {}

  /** What is believed from an instant on. */
  private record Since(Instant at, Belief belief) {}

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
  private final Belief unsourced;
  private final Forgetting forgetting;
  private final Map<String, List<Since>> own = new HashMap<>();
  private final Map<String, List<Since>> seenByOthers = new HashMap<>();

  Ages(AgeModel model, Log log, Forgetting forgetting) {
    this.model = model;
    this.unsourced = new Belief(false, model.prior());
    this.forgetting = forgetting;
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
          own.put(account, beliefsAfterEach(account, stated, forgetting::isForgotten));
          seenByOthers.put(
              account, beliefsAfterEach(account, stated, forgetting::isForgottenByOthers));
        });
  }

  /** What is believed of an acting account at {@code asOf}, everything of that instant included. */
  Belief own(String account, Instant asOf) {
    Belief latest = unsourced;
    for (Since since : own.getOrDefault(account, List.of())) {
      boolean counts =
          !since.at().isAfter(asOf) && !forgetting.isForgotten(account, since.at(), asOf);
      latest = counts ? since.belief() : latest;
    }
    return latest;
  }

  /** The same of an account as those see it who have to do with it. */
  Belief seenByOthers(String account, Instant asOf) {
    Belief latest = unsourced;
    for (Since since : seenByOthers.getOrDefault(account, List.of())) {
      boolean counts =
          !since.at().isAfter(asOf) && !forgetting.isForgottenByOthers(account, since.at(), asOf);
      latest = counts ? since.belief() : latest;
    }
    return latest;
  }

  /** Accounts of which an instant makes something else believed. */
  Changed changedAt(Instant instant) {
    return new Changed(
        changedAt(own, instant, forgetting::isForgotten),
        changedAt(seenByOthers, instant, forgetting::isForgottenByOthers));
  }

  private SortedSet<String> changedAt(
      Map<String, List<Since>> beliefs, Instant instant, Forgotten forgotten) {
    SortedSet<String> changed = new TreeSet<>();
    beliefs.forEach(
        (account, history) -> {
          Belief before = unsourced;
          Belief now = unsourced;
          for (Since since : history) {
            boolean counts = !forgotten.test(account, since.at(), instant);
            before = counts && since.at().isBefore(instant) ? since.belief() : before;
            now = counts && !since.at().isAfter(instant) ? since.belief() : now;
          }
          if (!now.equals(before)) {
            changed.add(account);
          }
        });
    return changed;
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

  private List<Since> beliefsAfterEach(
      String account, List<Statement> statements, Forgotten forgotten) {
    List<Since> history = new ArrayList<>();
    // Per source the statement with the latest date; at equal dates the later instant (¶5).
    Map<AgeClaim.Source, Statement> latest = new EnumMap<>(AgeClaim.Source.class);
    for (Statement statement : statements) {
      latest.values().removeIf(old -> forgotten.test(account, old.at(), statement.at()));
      latest.merge(
          statement.claim().source(),
          statement,
          (old, next) -> next.dateMs() >= old.dateMs() ? next : old);
      history.add(new Since(statement.at(), posterior(latest.values())));
    }
    return history;
  }

  /** ¶6: prior times likelihoods as sums of rounded logarithms, then normalised. */
  private Belief posterior(Collection<Statement> statements) {
    AgeBand[] bands = AgeBand.values();
    long[] logs = new long[bands.length];
    for (int i = 0; i < bands.length; i++) {
      logs[i] = log(model.prior().get(i));
      for (Statement statement : statements) {
        logs[i] += log(likelihood(statement.claim(), bands[i]));
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

  /** ¶5: probability that an account of that band comes with such a statement. */
  private long likelihood(AgeClaim claim, AgeBand band) {
    int min = claim.minYears() == Unknown.INT ? LEAST_YEARS : claim.minYears();
    int max = claim.maxYears() == Unknown.INT ? GREATEST_YEARS : claim.maxYears();
    boolean covered = Math.max(min, band.minYears()) <= Math.min(max, band.maxYears());
    boolean declared = claim.source() == AgeClaim.Source.DECLARED;
    if (covered && declared) {
      return Fixed.ONE - (band.isMinor() ? model.olderByMinors() : model.wrongOtherwise());
    }
    if (covered) {
      return Fixed.ONE - model.error(claim.source());
    }
    Predicate<AgeBand> said =
        other -> Math.max(min, other.minYears()) <= Math.min(max, other.maxYears());
    boolean saysAdult =
        declared
            && Arrays.stream(AgeBand.values())
                .noneMatch(other -> said.test(other) && other.isMinor());
    boolean saysMinor =
        declared
            && Arrays.stream(AgeBand.values())
                .noneMatch(other -> said.test(other) && !other.isMinor());
    if (saysAdult && band.isMinor()) {
      return landed(model.olderByMinors(), said, other -> !other.isMinor());
    }
    if (saysMinor && !band.isMinor()) {
      return landed(model.wrongOtherwise(), said, AgeBand::isMinor);
    }
    long error = declared ? model.wrongOtherwise() : model.error(claim.source());
    return landed(error, said, other -> other != band);
  }

  /** ¶5: a wrong statement lands among the others in proportion to the prior. */
  private long landed(long error, Predicate<AgeBand> said, Predicate<AgeBand> among) {
    long share = Math.floorDiv(priorOf(said) * Fixed.ONE, priorOf(among));
    return Math.max(1, Fixed.times(error, share));
  }

  private long priorOf(Predicate<AgeBand> bands) {
    return Arrays.stream(AgeBand.values())
        .filter(bands)
        .mapToLong(band -> model.prior().get(band.ordinal()))
        .sum();
  }
}
