/** Dead letters: what was refused, why, and sending it again. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.deadletter;
