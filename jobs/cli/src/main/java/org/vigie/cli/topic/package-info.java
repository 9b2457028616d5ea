/** Topics: what the job needs of them, and what stands on them. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.topic;
