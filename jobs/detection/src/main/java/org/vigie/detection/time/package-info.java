/** What time it is: bounds, and the watermark that follows from the record (ORDER §3). */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.time;
