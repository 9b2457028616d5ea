/** What a platform sends, after validation: the wire types that core and reference share. */
@NullMarked
package org.vigie.core.event;

import org.jspecify.annotations.NullMarked;
