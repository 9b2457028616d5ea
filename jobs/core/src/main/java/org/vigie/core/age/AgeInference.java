package org.vigie.core.age;

import java.util.List;
import org.vigie.core.event.AgeClaim;
import org.vigie.core.event.Unknown;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;

/**
 * Bayes over five bands with fixed-point log-likelihoods: the same statements give the same bits,
 * in whatever order they came.
 */
public final class AgeInference {
  private static final AgeBand[] BANDS = AgeBand.values();
  private static final int OLDEST_YEARS = 150;

  private final AgeModel model;
  private final AgeView unsourced;

  public AgeInference(AgeModel model) {
    this.model = model;
    this.unsourced = view(List.of());
  }

  /** The view of an account without statements. */
  public AgeView unsourced() {
    return unsourced;
  }

  /** The belief that follows from statements, one a source. */
  public AgeView view(List<AgeStatement> statements) {
    long[] logs = new long[BANDS.length];
    for (int band = 0; band < logs.length; band++) {
      logs[band] = log(model.prior().get(band));
      for (AgeStatement statement : statements) {
        logs[band] += log(likelihood(statement, BANDS[band]));
      }
    }
    return view(normalised(logs), latest(statements));
  }

  private static AgeView view(long[] posterior, AgeStatement latest) {
    long under16 = posterior[0] + posterior[1];
    int likeliest = 0;
    for (int band = 1; band < posterior.length; band++) {
      if (posterior[band] > posterior[likeliest]) {
        likeliest = band;
      }
    }
    boolean sourced = latest.source() != AgeClaim.Source.NONE;
    return new AgeView(
        sourced,
        under16 + posterior[2],
        under16,
        posterior[3],
        posterior[4],
        sourced ? BANDS[likeliest] : AgeBand.FROM_21,
        latest.source(),
        latest.dateMs());
  }

  private static AgeStatement latest(List<AgeStatement> statements) {
    AgeStatement latest = AgeStatement.NONE;
    for (AgeStatement statement : statements) {
      if (latest.source() == AgeClaim.Source.NONE || statement.dateMs() > latest.dateMs()) {
        latest = statement;
      }
    }
    return latest;
  }

  private long likelihood(AgeStatement statement, AgeBand band) {
    int least = statement.minYears() == Unknown.INT ? 0 : statement.minYears();
    int greatest = statement.maxYears() == Unknown.INT ? OLDEST_YEARS : statement.maxYears();
    boolean covered = least <= band.maxYears() && greatest >= band.minYears();
    boolean declared = statement.source() == AgeClaim.Source.DECLARED;
    if (covered) {
      long declaredWrong = band.isMinor() ? model.olderByMinors() : model.wrongOtherwise();
      return Fixed.ONE - (declared ? declaredWrong : model.error(statement.source()));
    }
    long minors = mass(least, greatest, true);
    long adults = mass(least, greatest, false);
    long error = declared ? model.wrongOtherwise() : model.error(statement.source());
    long among = Fixed.ONE - model.prior().get(band.ordinal());
    if (declared && band.isMinor() && minors == 0) {
      error = model.olderByMinors();
      among = Fixed.ONE - model.minorShare();
    } else if (declared && !band.isMinor() && adults == 0) {
      among = model.minorShare();
    }
    return Math.max(1, Fixed.times(error, Fixed.ratio(minors + adults, among)));
  }

  /** Prior probability of the minor or of the adult bands that a statement covers. */
  private long mass(int least, int greatest, boolean minor) {
    long mass = 0;
    for (AgeBand band : BANDS) {
      boolean covered = least <= band.maxYears() && greatest >= band.minYears();
      mass += covered && band.isMinor() == minor ? model.prior().get(band.ordinal()) : 0;
    }
    return mass;
  }

  private static long log(long probability) {
    return Math.round(StrictMath.log(Fixed.toDouble(probability)) * Fixed.ONE);
  }

  private static long[] normalised(long[] logs) {
    long greatest = Long.MIN_VALUE;
    for (long log : logs) {
      greatest = Math.max(greatest, log);
    }
    double sum = 0;
    double[] shares = new double[logs.length];
    for (int band = 0; band < logs.length; band++) {
      shares[band] = StrictMath.exp(Fixed.toDouble(logs[band] - greatest));
      sum += shares[band];
    }
    long[] posterior = new long[logs.length];
    for (int band = 0; band < logs.length; band++) {
      posterior[band] = Math.round(shares[band] / sum * Fixed.ONE);
    }
    return posterior;
  }
}
