package org.vigie.simulator.score;

import org.vigie.simulator.truth.LookAlikeKind;

/**
 * What was said of the look-alikes of one kind.
 *
 * @param stories how many there were
 * @param woken alerts that wake someone about anybody of them
 * @param low alerts below that
 */
public record LookAlikeScore(LookAlikeKind kind, int stories, int woken, int low) {}
