package org.vigie.reference.simulation;

import java.util.ArrayList;
import java.util.List;

/** The channels from which something can be delivered now. */
final class ReadyChannels {
  private final List<Channel> channels = new ArrayList<>();

  void update(Channel channel) {
    boolean isListed = channel.readyIndex >= 0;
    if (channel.isReady() && !isListed) {
      channel.readyIndex = channels.size();
      channels.add(channel);
    } else if (!channel.isReady() && isListed) {
      Channel last = channels.remove(channels.size() - 1);
      if (last != channel) {
        channels.set(channel.readyIndex, last);
        last.readyIndex = channel.readyIndex;
      }
      channel.readyIndex = -1;
    }
  }

  boolean isEmpty() {
    return channels.isEmpty();
  }

  Channel any(Dice dice) {
    return dice.pick(channels);
  }
}
