package org.vigie.core.order;

/**
 * Which of a root's inputs this is: who produced it and as what number. Unique within a root and a
 * receiving key, and the order within a root.
 *
 * @param producer the stop that produced it
 * @param tag tag of the producing key (for DECODE: of the actor)
 * @param index number among that key's outputs to the same receiver for the same root
 */
public record Path(StopName producer, long tag, int index) implements Comparable<Path> {
  @Override
  public int compareTo(Path other) {
    int byProducer = producer.compareTo(other.producer);
    if (byProducer != 0) {
      return byProducer;
    }
    int byTag = Long.compare(tag, other.tag);
    return byTag != 0 ? byTag : Integer.compare(index, other.index);
  }
}
