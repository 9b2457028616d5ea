package org.vigie.detection.stop;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.util.OutputTag;
import org.vigie.core.order.Input;
import org.vigie.core.order.StopName;
import org.vigie.detection.type.Types;

/** Which stop may send to which, with one side output for each receiver. */
public final class Routes {
  private static final Map<StopName, Set<StopName>> RECEIVERS =
      Map.of(
          StopName.DECODE, Set.of(StopName.RECIPIENT, StopName.SENDER, StopName.CASES),
          StopName.RECIPIENT, Set.of(StopName.PAIR),
          StopName.PAIR, Set.of(StopName.SENDER),
          StopName.SENDER, Set.of(StopName.LINKS, StopName.CASES, StopName.AUDIT),
          StopName.LINKS, Set.of(StopName.CASES),
          StopName.CASES, Set.of(StopName.ALERTS),
          StopName.ALERTS, Set.of(),
          StopName.AUDIT, Set.of());
  private static final Map<StopName, OutputTag<Input>> TAGS = tags();

  private Routes() {}

  /** The inputs of a stop among what an earlier hop sends. */
  public static OutputTag<Input> to(StopName stop) {
    return Objects.requireNonNull(TAGS.get(stop), "every stop has a tag");
  }

  /** Stops that a stop may send to. */
  public static Set<StopName> receiversOf(StopName stop) {
    return Objects.requireNonNull(RECEIVERS.get(stop), "every stop has a row");
  }

  /**
   * The route of an input.
   *
   * @throws IllegalStateException if its producer has none there: the input would be lost silently
   */
  public static OutputTag<Input> of(Input input) {
    StopName producer = input.path().producer();
    if (!receiversOf(producer).contains(input.stop())) {
      throw new IllegalStateException(
          producer + " sends to " + input.stop() + ", to which it has no route");
    }
    return to(input.stop());
  }

  private static Map<StopName, OutputTag<Input>> tags() {
    Map<StopName, OutputTag<Input>> tags = new EnumMap<>(StopName.class);
    for (StopName stop : StopName.values()) {
      tags.put(stop, new OutputTag<>("to-" + stop.name().toLowerCase(Locale.ROOT), Types.INPUT));
    }
    return tags;
  }
}
