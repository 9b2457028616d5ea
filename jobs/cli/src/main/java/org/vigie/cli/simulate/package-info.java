/** {@code vigie simulate}: a world's events and the truth about them, as files. */
@NullMarked
package org.vigie.cli.simulate;

import org.jspecify.annotations.NullMarked;
