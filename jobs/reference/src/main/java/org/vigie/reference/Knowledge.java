package org.vigie.reference;

import java.util.Optional;
import org.vigie.core.rule.AgeModel;

/** Everything that can be asked about the log of one community. */
final class Knowledge {
  final Log log;
  final Forgetting forgetting;
  final Ages ages;
  final Pairs pairs;
  final Contacts contacts;
  final Codes codes;
  final Meetings meetings;
  final KeptMeetings kept;
  final Devices devices;
  final Profiles profiles;
  final Reports reports;
  final Links links;
  final SignedEvents signedEvents;
  final Telling telling;
  final KeptPairs keptPairs;
  final KnownAges knownAges;
  final Relays relays;
  final Votes votes;
  final Posts posts;
  final Bans bans;
  private Optional<Traces> traces = Optional.empty();
  private Optional<Summaries> summaries = Optional.empty();
  private Optional<Proposals> proposals = Optional.empty();
  private Optional<Aftermaths> aftermaths = Optional.empty();
  private Optional<Returns> returns = Optional.empty();

  Knowledge(Log log, AgeModel model) {
    this.log = log;
    pairs = new Pairs(log);
    meetings = new Meetings(log);
    kept = new KeptMeetings(log, meetings);
    reports = new Reports(log, pairs, meetings);
    Statements statements = new Statements(model, log);
    forgetting = new Forgetting(log, pairs, reports, new Held(log, statements, reports, kept));
    contacts = new Contacts(log, pairs, forgetting);
    codes = new Codes(log, forgetting);
    ages = new Ages(statements, forgetting);
    devices = new Devices(log, forgetting);
    profiles = new Profiles(log, forgetting);
    links = new Links(devices, meetings, kept, reports, forgetting);
    signedEvents = new SignedEvents(log, pairs);
    telling = new Telling(log, signedEvents, new Runs(log, pairs));
    keptPairs = new KeptPairs(telling, pairs, forgetting);
    knownAges = new KnownAges(ages, contacts, keptPairs, pairs, forgetting);
    relays = new Relays(keptPairs);
    votes = new Votes(contacts, devices, profiles);
    posts = new Posts(log, forgetting);
    bans = new Bans(log);
  }

  /** What devices are told of their accounts, likewise. */
  Summaries summaries() {
    if (summaries.isEmpty()) {
      summaries = Optional.of(new Summaries(this));
    }
    return summaries.get();
  }

  /** Which places accounts of devices proposed, likewise. */
  Proposals proposals() {
    if (proposals.isEmpty()) {
      proposals = Optional.of(new Proposals(this));
    }
    return proposals.get();
  }

  /** What came of meetings, likewise. */
  Aftermaths aftermaths() {
    if (aftermaths.isEmpty()) {
      aftermaths = Optional.of(new Aftermaths(this));
    }
    return aftermaths.get();
  }

  /** Who came to the targets of banned accounts, likewise. */
  Returns returns() {
    if (returns.isEmpty()) {
      returns = Optional.of(new Returns(this));
    }
    return returns.get();
  }

  /** What accounts leave at links, read when it is asked for first. */
  Traces traces() {
    if (traces.isEmpty()) {
      traces = Optional.of(new Traces(this));
    }
    return traces.get();
  }
}
