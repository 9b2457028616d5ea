/** How records look on the topics: frames, schemas and their numbers in a registry, headers. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.wire;
