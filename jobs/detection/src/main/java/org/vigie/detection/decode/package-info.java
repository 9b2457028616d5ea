/** From the bytes of a record to inputs of the stops, or to a dead letter. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.decode;
