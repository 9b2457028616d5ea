/** The command line: what a person types, and what comes back. */
@NullMarked
package org.vigie.cli;

import org.jspecify.annotations.NullMarked;
