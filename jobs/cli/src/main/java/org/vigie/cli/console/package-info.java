/** How the command line talks: results on standard output, everything else on standard error. */
@NullMarked
package org.vigie.cli.console;

import org.jspecify.annotations.NullMarked;
