/** What a rule will cost before it runs. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.cost;
