/** Second stop: what two accounts are to each other. */
@NullMarked
package org.vigie.core.pair;

import org.jspecify.annotations.NullMarked;
