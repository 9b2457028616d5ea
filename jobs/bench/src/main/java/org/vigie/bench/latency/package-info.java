/** How long an event takes from a producer to what a consumer reads of its alert. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.latency;
