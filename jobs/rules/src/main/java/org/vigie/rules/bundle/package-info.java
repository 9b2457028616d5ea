/** Files of rules, features and profiles put together into one rule set. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.bundle;
