/** How a job begins: where it goes on, and what it must not forget. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.start;
