/** Rule sets on their way to the stops. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.rules;
