/** Who says what the alerts should have been. */
@org.jspecify.annotations.NullMarked
package org.vigie.chaos.oracle;
