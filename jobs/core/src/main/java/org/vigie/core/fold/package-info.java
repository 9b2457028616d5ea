/**
 * A stop as a pure fold, and the mechanism that keeps a fold right whatever the order of arrival.
 */
@NullMarked
package org.vigie.core.fold;

import org.jspecify.annotations.NullMarked;
