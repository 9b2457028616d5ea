/** The Flink job: topology, one generic stop operator, serializers, options. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection;
