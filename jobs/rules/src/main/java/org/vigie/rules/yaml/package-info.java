/** YAML as nodes that know where they stand. */
@org.jspecify.annotations.NullMarked
package org.vigie.rules.yaml;
