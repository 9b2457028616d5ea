/** {@code vigie evaluate}: alerts held against the truth about a simulated world. */
@NullMarked
package org.vigie.cli.evaluate;

import org.jspecify.annotations.NullMarked;
