package org.vigie.schemas.standing;

import org.vigie.alert.Alert;

/**
 * Where one alert stands.
 *
 * @param phase what may be said of it
 * @param alert the record that says it: while something newer is provisional that, else the highest
 *     settled revision, else the last of what was said in vain
 */
public record Standing(Phase phase, Alert alert) {}
