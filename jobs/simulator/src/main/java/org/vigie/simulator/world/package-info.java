/**
 * A seeded world of any size: people, their ordinary life, planted harms and look-alikes, drawn
 * hour by hour at flat memory. Knows what people do, and nothing of rules.
 */
@NullMarked
package org.vigie.simulator.world;

import org.jspecify.annotations.NullMarked;
