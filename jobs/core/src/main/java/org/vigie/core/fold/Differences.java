package org.vigie.core.fold;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vigie.core.order.Key;
import org.vigie.core.order.Root;
import org.vigie.core.order.StopName;

/** What must be sent so that a receiver who has the outputs before holds the outputs after. */
final class Differences {
  private Differences() {}

  /** Sends an output, saying whether it replaces one that was sent before. */
  interface Sender {
    void send(Output output, boolean amends);
  }

  private record Identity(Root root, StopName stop, Key key, int index) {
    static Identity of(Output output) {
      return new Identity(output.root(), output.stop(), output.key(), output.index());
    }
  }

  static void send(
      List<Output> before, List<Output> after, Sender sender, Consumer<Output> takeBack) {
    Map<Identity, Output> old = new HashMap<>();
    for (Output output : before) {
      old.put(Identity.of(output), output);
    }
    for (Output output : after) {
      Output replaced = old.remove(Identity.of(output));
      if (replaced == null) {
        sender.send(output, false);
      } else if (!Arrays.equals(replaced.payload(), output.payload())) {
        sender.send(output, true);
      }
    }
    for (Output output : before) {
      if (old.containsKey(Identity.of(output))) {
        takeBack.accept(output);
      }
    }
  }
}
