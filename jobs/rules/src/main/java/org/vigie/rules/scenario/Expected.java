package org.vigie.rules.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.core.rule.Family;
import org.vigie.core.rule.Severity;

/**
 * What is to come of a case.
 *
 * @param alerts exactly these, if {@code nothingAbove} is absent
 * @param nothingAbove alerts of any rule of the harm, up to this severity only
 */
record Expected(List<OneAlert> alerts, Optional<Severity> nothingAbove) {
  Expected {
    alerts = List.copyOf(alerts);
  }

  /**
   * The last revision of an alert.
   *
   * @param guards those that take weight from a finding, if that matters
   * @param toWarn others of the meetings that it warns of, if that matters
   * @param meetingMs when the meeting is or was to be, epoch milliseconds, if that matters
   * @param observed feature to value, as shown to three decimals
   */
  record OneAlert(
      String subject,
      Severity severity,
      Set<Family> families,
      OptionalInt findings,
      OptionalInt revisions,
      Optional<Set<String>> guards,
      Optional<Set<String>> toWarn,
      OptionalLong meetingMs,
      Map<String, String> observed) {
    OneAlert {
      families = Set.copyOf(families);
      guards = guards.map(Set::copyOf);
      toWarn = toWarn.map(Set::copyOf);
      observed = new TreeMap<>(observed);
    }
  }
}
