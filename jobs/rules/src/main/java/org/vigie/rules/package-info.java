/**
 * Rules as files: read, checked, explained, tested, and made ready for the engine. Files come in at
 * {@link org.vigie.rules.bundle.Rulebooks}.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.rules;
