/** The same topology over files: sort first, then read once (ORDER §3). */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.replay;
