/** What may stand in each kind of file: read once for checking, once for editors. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.schema;
