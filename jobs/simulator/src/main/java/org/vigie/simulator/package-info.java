/**
 * A small platform's people, drawn from a seed: ordinary life, planted harms, look-alikes, and the
 * truth about both. It speaks the contract's records and knows nothing of rules: a behaviour is a
 * range of what such people do, never a number that a rule asks for.
 */
@NullMarked
package org.vigie.simulator;

import org.jspecify.annotations.NullMarked;
