/** Identity and order of inputs (ORDER §2.1): nothing here depends on a clock or on arrival. */
@NullMarked
package org.vigie.core.order;

import org.jspecify.annotations.NullMarked;
