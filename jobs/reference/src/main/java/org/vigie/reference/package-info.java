/** The slow, obvious detector that property tests compare the engine with. */
@org.jspecify.annotations.NullMarked
package org.vigie.reference;
