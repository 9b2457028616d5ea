/** The job as a service: with a broker of its own, or on brokers that are there. */
@NullMarked
package org.vigie.cli.serve;

import org.jspecify.annotations.NullMarked;
