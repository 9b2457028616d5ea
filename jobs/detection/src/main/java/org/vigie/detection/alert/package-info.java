/** Alerts as safety teams receive them (CONTRACT §6). */
@org.jspecify.annotations.NullMarked
package org.vigie.detection.alert;
