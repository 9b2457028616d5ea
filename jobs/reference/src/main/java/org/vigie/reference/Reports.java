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
   * @param by who knows the one it is about: the reporter, or on whose behalf it is made
   * @param place where it happened, {@link Unknown#ID} if that is not known
   */
  record Counted(Instant at, String about, String reporter, String by, String place) {}

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
    return counted(seen, about, seen.actor(), report)
        .or(() -> counted(seen, about, report.onBehalfOf(), report));
  }

  /** ¶20: counts where the pair exists by an earlier instant. */
  private Optional<Counted> counted(Observation seen, String about, String by, Report report) {
    return pairs
        .existing(about, by, seen.at())
        .filter(pair -> pair.first().isBefore(seen.at()))
        .map(pair -> new Counted(seen.at(), about, seen.actor(), by, place(report, pair)));
  }

  /** ¶22: the place of the report, else the one that the pair's meetings named last. */
  private String place(Report report, PairLife pair) {
    return Unknown.isKnown(report.incidentPlace())
        ? report.incidentPlace()
        : meetings.lastPlace(pair).orElse(Unknown.ID);
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
