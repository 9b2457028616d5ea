/** {@code vigie simulate}: a world's events and the truth about them, as files. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.simulate;
