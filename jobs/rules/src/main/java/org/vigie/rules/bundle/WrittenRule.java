package org.vigie.rules.bundle;

import java.util.List;
import org.vigie.core.rule.Rule;
import org.vigie.rules.diagnostic.SourceText;
import org.vigie.rules.yaml.YamlMap;

/**
 * A rule as written, and as the engine has it under one profile.
 *
 * @param mode whether it raises alerts
 * @param indicator what it looks for, in one sentence
 * @param legalBasis of the signals that it reads
 * @param written its file
 */
public record WrittenRule(
    Rule rule,
    Mode mode,
    String indicator,
    List<String> legalBasis,
    SourceText source,
    YamlMap written) {
  public WrittenRule {
    legalBasis = List.copyOf(legalBasis);
  }

  /** Whether a rule raises alerts. */
  public enum Mode {
    LIVE,
    SHADOW,
    OFF
  }
}
