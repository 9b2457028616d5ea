/** The one generic operator that runs any stop (ORDER §2.9). */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.stop;
