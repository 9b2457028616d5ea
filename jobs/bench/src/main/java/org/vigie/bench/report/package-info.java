/** What is said of a run: the spread over its rounds, ratios, a table, JSON Lines. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.report;
