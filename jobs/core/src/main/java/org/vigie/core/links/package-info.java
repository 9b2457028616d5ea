/** Fourth stop: what many accounts have in common, and who may be next. */
@NullMarked
package org.vigie.core.links;

import org.jspecify.annotations.NullMarked;
