/** Alerts as a reviewer wants to read them, in English and French. */
@NullMarked
package org.vigie.cli.alert;

import org.jspecify.annotations.NullMarked;
