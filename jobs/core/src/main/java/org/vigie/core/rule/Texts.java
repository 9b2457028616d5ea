package org.vigie.core.rule;

import java.util.List;

/**
 * What people read about a rule. Explanations hold {@code {feature}} and {@code
 * {feature.threshold}} places.
 */
public record Texts(
    Bilingual explanation,
    Bilingual wouldClear,
    List<Bilingual> falsePositives,
    List<String> blindSpots,
    String runbook) {
  public Texts {
    falsePositives = List.copyOf(falsePositives);
    blindSpots = List.copyOf(blindSpots);
  }

  /** One text in English and French. */
  public record Bilingual(String en, String fr) {}
}
