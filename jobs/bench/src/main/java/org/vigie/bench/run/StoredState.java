package org.vigie.bench.run;

/**
 * What one stop of a peer keeps after the last event.
 *
 * @param stop uid of its operator
 * @param keys that it has a value of
 * @param coreBytes of all values without inputs that wait to be put in order
 * @param packedBytes of all values, as the stop packs them: without keys and what the store adds
 * @param storedBytes of the stop's part of a checkpoint, parts shared with earlier ones included
 */
public record StoredState(
    String stop, long keys, long coreBytes, long packedBytes, long storedBytes) {}
