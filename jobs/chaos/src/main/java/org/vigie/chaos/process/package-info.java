/** Child JVMs: started, watched, and ended by their own id. */
@org.jspecify.annotations.NullMarked
package org.vigie.chaos.process;
