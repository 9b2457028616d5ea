/** On which legal basis signals are taken in, as the operator declares it. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.legal;
