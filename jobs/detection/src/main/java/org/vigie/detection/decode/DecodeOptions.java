package org.vigie.detection.decode;

import static org.apache.flink.configuration.ConfigOptions.key;

import org.apache.flink.configuration.ConfigOption;

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

  private DecodeOptions() {}
}
