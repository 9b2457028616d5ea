/** What flows through the cluster, and reading it back. */
@org.jspecify.annotations.NullMarked
package org.vigie.chaos.stream;
