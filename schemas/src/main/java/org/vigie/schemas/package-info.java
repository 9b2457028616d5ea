/**
 * Hand-written code beside the generated records: wire formats, natural JSON Lines, schema
 * versions.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.schemas;
