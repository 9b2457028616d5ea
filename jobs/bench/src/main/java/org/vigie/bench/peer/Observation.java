package org.vigie.bench.peer;

/**
 * What the three-hop floor carries from hop to hop: one decoded message to one recipient, with
 * everything that a detector could want of it. The arrays are shared, never written after
 * construction.
 *
 * @param eventId the platform's id
 * @param community tenant
 * @param sender who wrote
 * @param recipient whom
 * @param timeMs event time
 * @param length characters
 * @param codes signal codes, as hashes of their names
 * @param scores one a code, in 1/1000
 */
@SuppressWarnings(
    "ArrayRecordComponent") // carrier of a floor: a copy a hop would be a cost of its own
record Observation(
    String eventId,
    String community,
    String sender,
    String recipient,
    long timeMs,
    int length,
    int[] codes,
    short[] scores) {}
