package org.vigie.rules.bundle;

import org.vigie.core.rule.Feature;
import org.vigie.core.rule.ValueType;

/**
 * A feature as declared.
 *
 * @param about what it says, with its unit
 */
public record DeclaredFeature(Feature feature, ValueType type, String about) {}
