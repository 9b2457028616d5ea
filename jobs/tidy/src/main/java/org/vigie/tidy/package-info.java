/**
 * House style as code: each {@link org.vigie.tidy.Check} reads one source file and reports what a
 * reviewer would otherwise have to say. Not shipped.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.tidy;
