/** {@code vigie review}: a person's answer to an alert. */
@org.jspecify.annotations.NullMarked
package org.vigie.cli.review;
