/** The audit: what was in force and what people did, chained by hash (decision 14). */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.audit;
