/** How what flows between hops is written: own, versioned serializers; nothing falls to Kryo. */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.type;
