/**
 * The topologies that are compared. Each is built on the same source of record bytes; the floors
 * among them say what the platform costs before anything is detected.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.peer;
