/** Child processes: started from this class path, watched, and ended by their own id. */
@org.jspecify.annotations.NullMarked
package org.vigie.bench.process;
