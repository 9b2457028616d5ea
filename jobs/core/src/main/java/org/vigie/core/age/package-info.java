/** What an account's age is believed to be, from statements of unequal worth (DOMAIN §5). */
@NullMarked
package org.vigie.core.age;

import org.jspecify.annotations.NullMarked;
