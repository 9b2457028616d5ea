/** What a rule is: definitions only, no state and no mechanism. Shared by core and reference. */
@NullMarked
package org.vigie.core.rule;

import org.jspecify.annotations.NullMarked;
