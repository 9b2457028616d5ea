/** What is true about a population, and how alerts about it compare. All of it is synthetic. */
@NullMarked
package org.vigie.simulator.truth;

import org.jspecify.annotations.NullMarked;
