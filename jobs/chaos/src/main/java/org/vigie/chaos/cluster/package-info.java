/** Brokers and a Flink cluster, each part a JVM of its own. */
@org.jspecify.annotations.NullMarked
package org.vigie.chaos.cluster;
