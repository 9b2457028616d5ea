/** For how long alerts are to be kept. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.retention;
