/**
 * The detection engine in plain Java: no platform, clock, random or thread; time is an argument.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.core;
