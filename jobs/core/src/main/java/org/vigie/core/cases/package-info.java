/** Last stop: findings become alerts, one a harm and subject. */
@NullMarked
package org.vigie.core.cases;

import org.jspecify.annotations.NullMarked;
