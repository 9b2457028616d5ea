/** A schema registry that speaks Confluent's REST, asked as rarely as can be. */
@org.jspecify.annotations.NullMarked
package org.vigie.schemas.registry;
