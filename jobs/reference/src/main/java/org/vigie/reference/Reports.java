package org.vigie.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Report;
import org.vigie.core.event.Unknown;

/** Reports of violence by those who can know (page ¶20, ¶22). */
final class Reports {
  /**
   * A report that counts.
   *
   * @param reporter who reported
   * @param by to whom it happened: the reporter if its own pair counts, else who is named
   * @param place where it happened (¶22), {@link Unknown#ID} if that is not known
   */
  record Counted(Instant at, String about, String reporter, String by, String place) {
    String eventId() {
      return at.id();
    }
  }

  private final Pairs pairs;
  private final Meetings meetings;
  private final List<Counted> counted = new ArrayList<>();

  Reports(Log log, Pairs pairs, Meetings meetings) {
    this.pairs = pairs;
    this.meetings = meetings;
    for (Observation seen : log.all()) {
      seen.interaction()
          .filter(Reports::isViolent)
          .flatMap(interaction -> counted(seen, interaction))
          .ifPresent(counted::add);
    }
  }

  private static boolean isViolent(Interaction interaction) {
    return interaction.kind() == Interaction.Kind.REPORT
        && switch (interaction.report().category()) {
          case VIOLENCE, ROBBERY, EXTORTION -> true;
          case NONE,
              GROOMING,
              SEXUAL_SOLICITATION,
              SEXTORTION,
              DRUGS,
              ABUSE_MATERIAL,
              DRUGGED_ASSAULT,
              IMPERSONATION,
              SPAM,
              OTHER ->
              false;
        };
  }

  private Optional<Counted> counted(Observation seen, Interaction interaction) {
    String about = interaction.target();
    Report report = interaction.report();
    Optional<String> knower =
        existedBefore(about, seen.actor(), seen.at())
            ? Optional.of(seen.actor())
            : Optional.of(report.onBehalfOf())
                .filter(victim -> existedBefore(about, victim, seen.at()));
    return knower.map(
        victim ->
            new Counted(
                seen.at(),
                about,
                seen.actor(),
                victim,
                Unknown.isKnown(report.incidentPlace())
                    ? report.incidentPlace()
                    : meetings.placeNamedLast(about, victim, seen.at())));
  }

  /** ¶20: the pair exists by an earlier instant. */
  private boolean existedBefore(String one, String other, Instant instant) {
    return pairs
        .existing(one, other, instant)
        .map(life -> life.first().isBefore(instant))
        .orElse(false);
  }

  /** Counted reports so far about any of the accounts, in order. */
  List<Counted> about(SortedSet<String> accounts, Instant asOf) {
    return counted.stream()
        .filter(report -> accounts.contains(report.about()))
        .filter(report -> !report.at().isAfter(asOf))
        .toList();
  }

  /** Whether it is a counted report. */
  boolean counts(Observation seen) {
    return counted.stream()
        .anyMatch(
            report ->
                report.at().equals(seen.at())
                    && report.about().equals(seen.target())
                    && report.reporter().equals(seen.actor()));
  }

  /** Counted reports that an instant brings. */
  List<Counted> at(Instant instant) {
    return counted.stream().filter(report -> report.at().equals(instant)).toList();
  }

  /** Accounts about which a counted report in the window names the place. */
  SortedSet<String> reportedAt(String place, long windowMs, Instant asOf) {
    SortedSet<String> reported = new TreeSet<>();
    for (Counted report : counted) {
      if (report.place().equals(place) && report.at().isWithin(windowMs, asOf)) {
        reported.add(report.about());
      }
    }
    return reported;
  }
}
