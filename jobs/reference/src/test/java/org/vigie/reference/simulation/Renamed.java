package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.event.Event;
import org.vigie.core.event.Interaction;
import org.vigie.core.event.Message;
import org.vigie.core.event.RecordedEvent;
import org.vigie.core.event.Report;
import org.vigie.core.event.Review;
import org.vigie.core.event.SessionEvent;
import org.vigie.core.event.Unknown;

/**
 * A log in which accounts and devices are called otherwise, in the same order. Reviews are left
 * out: they name alerts, whose ids are made of names.
 */
final class Renamed {
  private final String prefix;

  private Renamed(String prefix) {
    this.prefix = prefix;
  }

  /** Every account and device with something before its name. */
  static List<RecordedEvent> log(List<RecordedEvent> log, String prefix) {
    Renamed renamed = new Renamed(prefix);
    List<RecordedEvent> all = new ArrayList<>();
    for (RecordedEvent recorded : log) {
      if (!(recorded.event() instanceof Review)) {
        Event event = renamed.event(recorded.event());
        all.add(new RecordedEvent(event, recorded.recordedMs(), recorded.position()));
      }
    }
    return all;
  }

  private String name(String name) {
    return Unknown.isKnown(name) ? prefix + name : name;
  }

  private Event event(Event event) {
    if (event instanceof Message message) {
      return message(message);
    }
    if (event instanceof Interaction interaction) {
      return interaction(interaction);
    }
    return session((SessionEvent) event);
  }

  private Event message(Message one) {
    return new Message(
        one.eventId(),
        one.community(),
        one.timeMs(),
        name(one.actor()),
        one.recipients().stream().map(this::name).toList(),
        one.recipientMutualContacts(),
        one.room(),
        one.channel(),
        one.signals(),
        one.meeting(),
        one.media(),
        one.links(),
        one.fingerprinted(),
        one.textFingerprint(),
        one.contactOrigin());
  }

  private Event interaction(Interaction one) {
    Report report = one.report();
    return new Interaction(
        one.eventId(),
        one.community(),
        one.timeMs(),
        name(one.actor()),
        name(one.target()),
        one.kind(),
        one.mutualContacts(),
        new Report(
            report.category(),
            report.incidentTimeMs(),
            report.incidentPlace(),
            name(report.onBehalfOf())));
  }

  private Event session(SessionEvent one) {
    return new SessionEvent(
        one.eventId(),
        one.community(),
        one.timeMs(),
        name(one.actor()),
        one.kind(),
        one.accountKind(),
        name(one.device()),
        one.deviceKind(),
        one.networkKind(),
        one.place(),
        one.age(),
        one.role(),
        one.roleSource(),
        name(one.linkedAccount()),
        one.room(),
        one.signals(),
        one.banReason(),
        one.banUntilMs());
  }
}
