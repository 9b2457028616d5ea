/** Packing values into bytes: little code, no reflection, one format everywhere. */
@NullMarked
package org.vigie.core.bytes;

import org.jspecify.annotations.NullMarked;
