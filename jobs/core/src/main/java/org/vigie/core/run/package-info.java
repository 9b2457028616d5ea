/** The whole engine on one thread, without a platform. */
@NullMarked
package org.vigie.core.run;

import org.jspecify.annotations.NullMarked;
