package org.vigie.core.rule;

/**
 * A severity that a rule claims when a further condition holds.
 *
 * @param standsAlone marked (!) in DOMAIN §3: HIGH or CRITICAL without a second family of evidence
 */
public record Claim(Severity severity, boolean standsAlone, Condition when) {}
