package org.vigie.core.sender;

import org.vigie.core.bytes.ByteReader;
import org.vigie.core.bytes.ByteWriter;
import org.vigie.core.rule.Severity;

/**
 * The latest finding of a rule about a counterpart: it cools down, and it is watched for a belief
 * that falls.
 *
 * @param counterpart the counterpart's id, empty for a rule about the account
 * @param severity as shown, after guards
 * @param claim before guards
 * @param superseded whether it no longer holds
 */
record Standing(
    String rule,
    String counterpart,
    long counterpartTag,
    long timeMs,
    Severity severity,
    Severity claim,
    boolean superseded) {
  private static final Severity[] SEVERITIES = Severity.values();

  boolean isOf(String otherRule, String otherCounterpart) {
    return rule.equals(otherRule) && counterpart.equals(otherCounterpart);
  }

  Standing fallen() {
    return new Standing(rule, counterpart, counterpartTag, timeMs, severity, claim, true);
  }

  void write(ByteWriter out) {
    out.text(rule).text(counterpart).fixed64(counterpartTag).signed(timeMs);
    out.octet(severity.ordinal()).octet(claim.ordinal()).flag(superseded);
  }

  static Standing read(ByteReader in) {
    return new Standing(
        in.text(),
        in.text(),
        in.fixed64(),
        in.signed(),
        SEVERITIES[in.octet()],
        SEVERITIES[in.octet()],
        in.flag());
  }
}
