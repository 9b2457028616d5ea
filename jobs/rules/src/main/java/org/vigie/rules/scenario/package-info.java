/** Tests beside the rules, in virtual time, and the report of what came of them. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.scenario;
