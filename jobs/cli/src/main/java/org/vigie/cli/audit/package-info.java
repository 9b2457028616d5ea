/** The audit: whether its chains are whole, and heads to be kept elsewhere. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.audit;
