/** The one place where the job meets Kafka. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.kafka;
