/** Nullness marks that the generated records carry. */
package org.vigie.schemas.nullness;
