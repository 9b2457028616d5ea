package org.vigie.detection.decode;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;

/** Options of the text signals, which are off unless an operator turns them on. */
public final class TextOptions {
  /** Whose texts are looked at for indicator phrases. */
  public static final ConfigOption<String> LEXICONS =
      key("vigie.lexicons")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "In which communities the texts of messages are looked at for neutral indicator"
                  + " phrases, and in which languages, such as `c1 en,fr; c2 fr`. Unset: no text is"
                  + " read. A phrase makes a signal of its code with the lexicon's score, a hint"
                  + " below 0.8, unless the message bears that code already; signals without a legal"
                  + " basis (vigie.legal-basis.signals) are left out as any other. Texts go no"
                  + " further than the decoder. Alerts whose evidence holds such a code name the"
                  + " lexicon among their marks.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Text",
          "Signals from the texts of messages, off by default.",
          List.of(
              new DeclaredOption<>(
                  LEXICONS,
                  new Allowed<>(LexiconChoice.FORM, TextOptions::isReadable),
                  Change.MEANING)));

  private TextOptions() {}

  /** As chosen. */
  public static LexiconChoice choice(ReadableConfig config) {
    return config.getOptional(LEXICONS).map(LexiconChoice::parse).orElse(LexiconChoice.NONE);
  }

  private static boolean isReadable(String written) {
    try {
      LexiconChoice.parse(written);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
