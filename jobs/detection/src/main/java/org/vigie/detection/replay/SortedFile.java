package org.vigie.detection.replay;

import java.io.Serializable;

/**
 * A temporary file of records in order of their effective times.
 *
 * @param path where it lies
 * @param records how many it holds
 * @param endMs greatest effective time, {@link Long#MIN_VALUE} for no record
 */
record SortedFile(String path, long records, long endMs) implements Serializable {}
