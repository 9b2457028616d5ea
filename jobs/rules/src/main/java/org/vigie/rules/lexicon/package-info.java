/** Indicator phrases: files of them, checked, and what of them stands in a text. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.lexicon;
