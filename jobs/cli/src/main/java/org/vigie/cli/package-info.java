/** The command line. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli;
