package org.vigie.reference;

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

  Knowledge(Log log, AgeModel model, long endMs) {
    this.log = log;
    forgetting = new Forgetting(log, endMs);
    ages = new Ages(model, log, forgetting);
    pairs = new Pairs(log);
    contacts = new Contacts(log, pairs, forgetting);
    codes = new Codes(log, forgetting);
    meetings = new Meetings(log);
    kept = new KeptMeetings(log, meetings, forgetting);
    devices = new Devices(log, forgetting);
    profiles = new Profiles(log, forgetting);
    reports = new Reports(log, pairs, meetings, forgetting);
    links = new Links(devices, meetings, kept, reports);
  }
}
