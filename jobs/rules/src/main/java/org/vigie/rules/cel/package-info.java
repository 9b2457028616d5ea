/** Conditions: CEL parsed, held to the dialect, type-checked and lowered to the engine's own. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.cel;
