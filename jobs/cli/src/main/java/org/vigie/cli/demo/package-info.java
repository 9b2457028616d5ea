/** A broker, the job and a simulated platform in one process, to be looked at. */
@NullMarked
package org.vigie.cli.demo;

import org.jspecify.annotations.NullMarked;
