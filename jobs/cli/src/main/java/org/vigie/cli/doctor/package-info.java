/** Looks whether everything around the job is as it must be. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.doctor;
