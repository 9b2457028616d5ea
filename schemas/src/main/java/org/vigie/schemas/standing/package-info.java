/**
 * How alerts stand, from what the three topics of alerts say: {@link
 * org.vigie.schemas.standing.AlertBoard}.
 */
@org.jspecify.annotations.NullMarked
package org.vigie.schemas.standing;
