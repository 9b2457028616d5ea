package org.vigie.detection.docs;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.HtmlFormatter;

/** The description of an option as plain text. */
final class OptionText {
  private OptionText() {}

  static String of(ConfigOption<?> option) {
    return new HtmlFormatter()
        .format(option.description())
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&")
        .replace("|", "\\|");
  }
}
