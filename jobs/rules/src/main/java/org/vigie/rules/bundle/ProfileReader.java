package org.vigie.rules.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.rule.AgeBand;
import org.vigie.core.rule.AgeModel;
import org.vigie.core.rule.Fixed;
import org.vigie.rules.diagnostic.DiagnosticCode;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlMap;

/** Understands a profile. */
final class ProfileReader {
  private ProfileReader() {}

  static Optional<Profile> read(YamlMap file, Diagnostics diagnostics) {
    Optional<List<Long>> prior = prior(file.map("bands"), diagnostics);
    if (prior.isEmpty()) {
      return Optional.empty();
    }
    YamlMap errors = file.map("errors");
    AgeModel ages =
        new AgeModel(
            prior.get(),
            fixed(errors, "older_by_minors"),
            fixed(errors, "otherwise"),
            fixed(errors, "guardian"),
            fixed(errors, "os_signal"),
            fixed(errors, "estimated"),
            fixed(errors, "verified"),
            fixed(errors, "disclosed"));
    return Optional.of(new Profile(file.text("id"), file.text("about"), ages, params(file), file));
  }

  /** Rounded to 2⁻²⁰; the last band takes what rounding left. */
  private static Optional<List<Long>> prior(YamlMap bands, Diagnostics diagnostics) {
    BigDecimal sum = BigDecimal.ZERO;
    List<Long> prior = new ArrayList<>();
    long rest = Fixed.ONE;
    for (AgeBand band : AgeBand.values()) {
      if (!bands.has(band.label())) {
        diagnostics.add(
            DiagnosticCode.MISSING_FIELD, bands.place(), "bands: " + band.label() + " is missing");
        return Optional.empty();
      }
      BigDecimal share = new BigDecimal(bands.text(band.label()));
      sum = sum.add(share);
      long fixed = band == AgeBand.FROM_21 ? rest : Fixed.of(share.doubleValue());
      prior.add(fixed);
      rest -= fixed;
      if (share.signum() == 0) {
        diagnostics.add(
            DiagnosticCode.OUT_OF_RANGE,
            bands.scalar(band.label()).place(),
            "nobody is in band " + band.label(),
            "more than 0: an impossible band could never be believed");
        return Optional.empty();
      }
    }
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      diagnostics.add(
          DiagnosticCode.PRIOR_NOT_ONE,
          bands.place(),
          "the bands add up to " + sum.toPlainString());
      return Optional.empty();
    }
    return Optional.of(prior);
  }

  private static Map<String, Map<String, String>> params(YamlMap file) {
    Map<String, Map<String, String>> params = new LinkedHashMap<>();
    if (file.has("params")) {
      YamlMap rules = file.map("params");
      for (String rule : rules.fields().keySet()) {
        Map<String, String> values = new LinkedHashMap<>();
        rules
            .map(rule)
            .fields()
            .keySet()
            .forEach(name -> values.put(name, rules.map(rule).text(name)));
        params.put(rule, values);
      }
    }
    return params;
  }

  private static long fixed(YamlMap errors, String name) {
    return Fixed.of(Double.parseDouble(errors.text(name)));
  }
}
