/** Options of the job as a command takes them. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.option;
