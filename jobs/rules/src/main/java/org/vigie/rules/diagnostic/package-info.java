/** What is wrong in a file of rules, said so that it can be mended. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.diagnostic;
