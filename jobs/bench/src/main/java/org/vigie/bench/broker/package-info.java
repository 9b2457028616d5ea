/** A Kafka broker in a process of its own, and the topic that every peer reads. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.broker;
