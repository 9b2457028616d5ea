package org.vigie.core.rule;

/**
 * A circumstance that makes a harmless explanation likelier. It lowers a finding's weight and is
 * shown with value and effect; it never silences.
 *
 * @param name as shown in alerts
 * @param feature the feature whose value is shown
 * @param when when it applies
 * @param effect share of the weight that it takes away, fixed-point 0..1
 */
public record Guard(String name, String feature, Condition when, long effect) {}
