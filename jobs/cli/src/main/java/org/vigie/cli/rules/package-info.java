/** The rule author's loop: check, test, list, show, cost, explain. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.rules;
