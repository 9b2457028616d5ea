package org.vigie.detection.replay;

import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;

/**
 * The rest of a sorted file.
 *
 * @param path the file
 * @param positionBytes where the next record begins
 */
record SortedSplit(String path, long positionBytes)
    implements IteratorSourceSplit<SortedRecord, SortedFileReader> {
  @Override
  public String splitId() {
    return path;
  }

  @Override
  public SortedFileReader getIterator() {
    return new SortedFileReader(path, positionBytes);
  }

  @Override
  public SortedSplit getUpdatedSplitForIterator(SortedFileReader reader) {
    return new SortedSplit(path, reader.positionBytes());
  }
}
