package org.vigie.bench.peer;

import java.util.Map;
import java.util.TreeMap;

/** All peers that can be run, by the names used on the command line and in results. */
public final class Peers {
  /** Kafka and Avro: what {@code x null} is relative to. */
  public static final String NULL = "null";

  /** Three hops with state: what {@code x null-3hop} is relative to. */
  public static final String NULL_THREE_HOP = "null-3hop";

  /** The detection job with the first rules. */
  public static final String VIGIE = "vigie";

  /** The same with a hundred more rules that never match. */
  public static final String VIGIE_100 = "vigie+100";

  private static final Map<String, Peer> BY_NAME =
      new TreeMap<>(
          Map.of(
              NULL, new NullPeer(),
              NULL_THREE_HOP, new NullThreeHopPeer(),
              VIGIE, new VigiePeer(0),
              VIGIE_100, new VigiePeer(100)));

  private Peers() {}

  /**
   * The peer of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists those that there are
   */
  public static Peer named(String name) {
    Peer peer = BY_NAME.get(name);
    if (peer == null) {
      throw new IllegalArgumentException(
          "no peer \"" + name + "\"; there are: " + String.join(", ", BY_NAME.keySet()));
    }
    return peer;
  }
}
