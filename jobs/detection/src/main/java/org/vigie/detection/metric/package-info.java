/** What the job counts and measures: one catalogue, from which everything is registered. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.metric;
