package org.vigie.reference.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** First in, first out, from one subtask to one other. */
final class Channel {
  final Subtask<?> target;
  private final Deque<Element> queue = new ArrayDeque<>();
  private final ReadyChannels ready;
  private boolean blocked;
  private long markMs = Long.MIN_VALUE;

  /** Its place among the channels that can be read, −1 if it is not among them. */
  int readyIndex = -1;

  Channel(Subtask<?> target, ReadyChannels ready) {
    this.target = target;
    this.ready = ready;
    target.reads(this);
  }

  void put(Element element) {
    queue.add(element);
    ready.update(this);
  }

  /** Gives the next element to the target. */
  void deliver() {
    Element element = queue.remove();
    ready.update(this);
    target.take(element, this);
  }

  boolean isReady() {
    return !blocked && !queue.isEmpty();
  }

  void block(boolean toBlock) {
    blocked = toBlock;
    ready.update(this);
  }

  long markMs() {
    return markMs;
  }

  void reached(long timeMs) {
    markMs = Math.max(markMs, timeMs);
  }
}
