/** The real job over files. */
@NullMarked
package org.vigie.cli.replay;

import org.jspecify.annotations.NullMarked;
