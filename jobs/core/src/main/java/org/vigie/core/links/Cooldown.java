package org.vigie.core.links;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Severity;

/** The latest finding of a rule about a subject at a link: it cools down. */
record Cooldown(String rule, String subject, long timeMs, Severity severity) {
  private static final Severity[] SEVERITIES = Severity.values();

  boolean isOf(String otherRule, String otherSubject) {
    return rule.equals(otherRule) && subject.equals(otherSubject);
  }

  void write(ByteWriter out) {
    out.text(rule).text(subject).signed(timeMs).octet(severity.ordinal());
  }

  static Cooldown read(ByteReader in) {
    return new Cooldown(in.text(), in.text(), in.signed(), SEVERITIES[in.octet()]);
  }
}
