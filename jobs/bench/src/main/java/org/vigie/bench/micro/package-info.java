/**
 * JMH benchmarks of single parts. Run them with the gc profiler: bytes per operation mean more here
 * than nanoseconds.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.micro;
