/** Alerts held against the truth about a world. Every figure is about a synthetic world. */
@NullMarked
package org.vigie.simulator.score;

import org.jspecify.annotations.NullMarked;
