/** The benchmark's stream of messages: its law, its seeded generator, what was counted of it. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.stream;
