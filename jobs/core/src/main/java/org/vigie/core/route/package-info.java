/** From events to the inputs of the stops: effective time, identity, and which stop needs what. */
@NullMarked
package org.vigie.core.route;

import org.jspecify.annotations.NullMarked;
