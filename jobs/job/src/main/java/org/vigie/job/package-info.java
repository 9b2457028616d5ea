/** What a Flink cluster starts. */
@org.jspecify.annotations.NullMarked
package org.vigie.job;
