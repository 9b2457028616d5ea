/** Benchmarks of the engine's parts and of the whole topology. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench;
