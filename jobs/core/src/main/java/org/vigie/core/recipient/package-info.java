/** First stop: who is at the receiving end. */
@NullMarked
package org.vigie.core.recipient;

import org.jspecify.annotations.NullMarked;
