package org.vigie.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vigie.core.event.Unknown;

/** What joins accounts, and what is known there (page ¶21, ¶22). */
final class Links {
  private static final int PROPOSERS_MAX = 5;
  private static final long PROPOSERS_MS = 30 * Days.DAY_MS;

  /**
   * A pending meeting of an account of a link, or at a place.
   *
   * @param with the one to warn
   */
  record Pending(KnownMeeting meeting, String with) {}

  private final Devices devices;
  private final Meetings meetings;
  private final KeptMeetings kept;
  private final Reports reports;
  private final Forgetting forgetting;

  Links(
      Devices devices,
      Meetings meetings,
      KeptMeetings kept,
      Reports reports,
      Forgetting forgetting) {
    this.devices = devices;
    this.meetings = meetings;
    this.kept = kept;
    this.reports = reports;
    this.forgetting = forgetting;
  }

  /** ¶21: each device of the account; if there is none, the account itself. */
  List<Occasion> linksOf(String account, Instant asOf) {
    List<Occasion> links = new ArrayList<>();
    for (String device : devices.devicesOf(account, asOf)) {
      links.add(atDevice(account, device, asOf));
    }
    if (links.isEmpty()) {
      links.add(ofAccount(account));
    }
    return links;
  }

  /** ¶21 (c): an account new on a device, with a meeting before it. */
  Optional<Occasion> newlySeen(Observation seen) {
    return devices.isNewSighting(seen) && !kept.of(seen.actor(), seen.at()).isEmpty()
        ? Optional.of(atDevice(seen.actor(), seen.session().orElseThrow().device(), seen.at()))
        : Optional.empty();
  }

  Occasion atDevice(String account, String device, Instant asOf) {
    return new Occasion.OfLink(
        account, ReferenceFinding.Way.DEVICE, device, devices.cluster(account, device, asOf));
  }

  static Occasion atPlace(String account, String place) {
    return alone(account, ReferenceFinding.Way.PLACE, place);
  }

  /** A place for itself, whoever proposed it (page 0012 ¶76). */
  static Occasion ofPlace(String place) {
    return alone(Unknown.ID, ReferenceFinding.Way.PLACE, place);
  }

  /** Where somebody left a trace (page 0012 ¶64). */
  static Occasion atTrace(String account, ReferenceFinding.Way way, String id) {
    return alone(account, way, id);
  }

  /** An account by itself. */
  static Occasion.OfLink ofAccount(String account) {
    return alone(account, ReferenceFinding.Way.ACCOUNT, "");
  }

  private static Occasion.OfLink alone(String account, ReferenceFinding.Way way, String id) {
    return new Occasion.OfLink(account, way, id, new TreeSet<>(List.of(account)));
  }

  /** ¶22: a place says something only where few proposed it, and someone could be warned. */
  boolean isTelling(Occasion.OfLink link, Instant asOf) {
    return switch (link.way()) {
      case ACCOUNT, DEVICE, MEDIA, LINK, ROOM, TEXT -> true;
      case PLACE ->
          meetings.proposersAt(link.id(), PROPOSERS_MS, asOf).size() <= PROPOSERS_MAX
              && !pending(link, asOf).isEmpty();
    };
  }

  /** Counted reports so far about the accounts of a link, or about one at a place. */
  List<Reports.Counted> reports(Occasion.OfLink link, Instant asOf) {
    List<Reports.Counted> about = reports.about(link.cluster(), asOf);
    return switch (link.way()) {
      case ACCOUNT ->
          about.stream()
              .filter(report -> !forgetting.isErased(report.about(), report.at(), asOf))
              .toList();
      case DEVICE ->
          about.stream().filter(one -> isTold(link, one.about(), one.at(), asOf)).toList();
      case MEDIA, LINK, ROOM, TEXT -> List.of();
      case PLACE -> about.stream().filter(report -> report.place().equals(link.id())).toList();
    };
  }

  private boolean isTold(Occasion.OfLink link, String account, Instant then, Instant asOf) {
    return link.way() != ReferenceFinding.Way.DEVICE
        || devices.isToldTo(link.id(), account, then, asOf);
  }

  /** The pending meetings that a finding at the link names. */
  List<Pending> pending(Occasion.OfLink link, Instant asOf) {
    List<Pending> pending = new ArrayList<>();
    switch (link.way()) {
      case ACCOUNT, DEVICE -> {
        for (String member : link.cluster()) {
          kept.of(member, asOf).stream()
              .filter(meeting -> isTold(link, member, meeting.lastMessage().at(), asOf))
              .forEach(meeting -> pending.add(new Pending(meeting, meeting.with(member))));
        }
      }
      case MEDIA, LINK, ROOM, TEXT -> {}
      case PLACE -> {
        for (KnownMeeting meeting : kept.at(link.id(), asOf)) {
          if (!meeting.hasPart(link.account())) {
            pending.add(new Pending(meeting, meeting.invited()));
          }
        }
      }
    }
    return pending;
  }

  /** Accounts about which a counted report in the window names a place. */
  SortedSet<String> reportedAt(String place, long windowMs, Instant asOf) {
    return reports.reportedAt(place, windowMs, asOf);
  }
}
