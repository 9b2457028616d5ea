package org.vigie.rules.bundle;

import org.vigie.core.rule.Guard;
import org.vigie.core.rule.Scope;

/**
 * A guard as declared.
 *
 * @param scope what must be known for it
 * @param about which harmless explanation it makes likelier
 */
public record DeclaredGuard(Guard guard, Scope scope, String about) {}
