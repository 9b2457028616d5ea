package org.vigie.schemas.audit;

/**
 * An entry that somebody wrote down elsewhere, for the chain to be held to.
 *
 * @param place where that is written
 * @param writer whose chain
 * @param sequence which entry
 * @param hash its hash
 * @param timeMs its time, epoch milliseconds
 */
public record KeptHead(String place, String writer, long sequence, String hash, long timeMs) {}
