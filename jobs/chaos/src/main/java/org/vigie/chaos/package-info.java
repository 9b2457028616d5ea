/** Kills parts of a real cluster under load and compares what came out with what should have. */
@org.jspecify.annotations.NullMarked
package org.vigie.chaos;
