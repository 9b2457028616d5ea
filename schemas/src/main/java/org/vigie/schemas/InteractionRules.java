package org.vigie.schemas;

import org.jspecify.annotations.Nullable;
import org.vigie.event.Incident;
import org.vigie.event.Interaction;
import org.vigie.event.Report;

/** What an interaction must keep to. A REPORT without details is one of unknown category. */
final class InteractionRules {
  private InteractionRules() {}

  static void check(Interaction event) throws RefusedException {
    TextRules.id("event_id", event.getEventId());
    TextRules.id("community", event.getCommunity());
    RangeRules.time("time", event.getTime());
    TextRules.id("actor", event.getActor());
    TextRules.id("target", event.getTarget());
    RangeRules.known("kind", event.getKind());
    RangeRules.notNegative("mutual_contacts", event.getMutualContacts());
    report(event.getReport());
    RangeRules.known("instrument", event.getInstrument());
    RangeRules.known("amount_band", event.getAmountBand());
  }

  private static void report(@Nullable Report report) throws RefusedException {
    if (report == null) {
      return;
    }
    try {
      RangeRules.known("category", report.getCategory());
      TextRules.ids("event_ids", report.getEventIds(), Limits.REPORT_EVENTS_MAX);
      incident(report.getIncident());
      TextRules.idOrUnknown("on_behalf_of", report.getOnBehalfOf());
    } catch (RefusedException refused) {
      throw refused.within("report");
    }
  }

  private static void incident(@Nullable Incident incident) throws RefusedException {
    if (incident == null) {
      return;
    }
    try {
      RangeRules.timeOrUnknown("time", incident.getTime());
      TextRules.idOrUnknown("place", incident.getPlace());
    } catch (RefusedException refused) {
      throw refused.within("incident");
    }
  }
}
