package org.vigie.core.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.event.SignalCode;

/**
 * One rule.
 *
 * @param id its name in DOMAIN §3
 * @param version rises with every change of meaning
 * @param when fires when true
 * @param claims severities from the highest down; the first whose condition is true is claimed; the
 *     last must be {@link Condition#ALWAYS}
 * @param guards names of the guards that lower it
 * @param cooldownMs least time between two findings of the rule for the same subject and
 *     counterpart, unless the claim rises; 0 for none
 * @param neverSilenced neither guards nor a dismissal may quieten it (CONTRACT §5)
 * @param warnsOfMeetings whether its findings name the pending meetings of the accounts concerned
 * @param forEachCode judged once for each, in the order of the vocabulary; the first for which it
 *     fires makes the finding; empty: judged once
 * @param subjectRole in what part it sees its subject
 */
public record Rule(
    String id,
    int version,
    Harm harm,
    Scope scope,
    Condition when,
    List<Claim> claims,
    List<String> guards,
    long cooldownMs,
    boolean neverSilenced,
    boolean warnsOfMeetings,
    Texts texts,
    Set<SignalCode> forEachCode,
    SubjectRole subjectRole) {
  public Rule {
    EnumSet<SignalCode> ordered = EnumSet.noneOf(SignalCode.class);
    ordered.addAll(forEachCode);
    forEachCode = Collections.unmodifiableSet(ordered);
    claims = List.copyOf(claims);
    guards = List.copyOf(guards);
    if (claims.isEmpty() || !claims.get(claims.size() - 1).when().equals(Condition.ALWAYS)) {
      throw new IllegalArgumentException("the last claim of " + id + " must always hold");
    }
  }
}
