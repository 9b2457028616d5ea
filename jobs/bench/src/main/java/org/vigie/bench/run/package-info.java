/** One measured run of one peer, in a JVM of its own. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.run;
