/** What the engine says: findings of rules, folded into alerts that a person decides on. */
@NullMarked
package org.vigie.core.alert;

import org.jspecify.annotations.NullMarked;
