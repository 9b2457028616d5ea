package org.vigie.detection.decode;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options of the decoder. */
public final class DecodeOptions {
  /** Whether dead letters carry what was refused. */
  public static final ConfigOption<Boolean> DEAD_LETTER_PAYLOAD =
      key("vigie.dead-letters.payload")
          .booleanType()
          .defaultValue(false)
          .withDescription(
              "Put the refused record and value into dead letters, so that they can be replayed."
                  + " They hold pseudonyms and perhaps more: the topic must be readable by few.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Dead letters",
          "What becomes of records that are refused.",
          List.of(new DeclaredOption<>(DEAD_LETTER_PAYLOAD, Allowed.yesOrNo(), Change.FREE)));

  private DecodeOptions() {}
}
