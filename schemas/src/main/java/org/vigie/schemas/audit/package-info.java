/** The chain of audit entries: what makes a link of an entry, and whether a chain is whole. */
@org.jspecify.annotations.NullMarked
package org.vigie.schemas.audit;
