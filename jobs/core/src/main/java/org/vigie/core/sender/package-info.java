/** Third stop: what one account does towards all others. */
@NullMarked
package org.vigie.core.sender;

import org.jspecify.annotations.NullMarked;
