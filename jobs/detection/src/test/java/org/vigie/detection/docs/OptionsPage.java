package org.vigie.detection.docs;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.vigie.detection.OptionCatalogue;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.Durations;
import org.vigie.detection.option.OptionArea;
import org.vigie.detection.option.OptionPrefix;

/** The reference of the options, as Markdown. */
final class OptionsPage {
  private static final String HEAD =
      """
      # Options

      Generated from the code; a test keeps it in sync. Options are Flink options: in Flink's `config.yaml`, as `-Dname=value`,
      or, for the commands of `vigie` that run or judge, by `--config FILE` and `-D NAME=VALUE`. An unknown option or a value
      that is not allowed keeps the job from starting; all of them are named at once.

      *Change*: what comes of giving an option another value while state is kept. Where it says *part of what alerts mean*,
      records read after the restart are judged by the new value and what was judged stays: around the change the alerts are
      those of neither value, and a replay with either gives others there.

      Secrets (passwords, tokens, `sasl.jaas.config`, keys) are never printed or logged. Give them by file or environment where
      you can, not on the command line: Kafka clients read `${file:PATH:NAME}` and `${env:NAME}` once
      `vigie.kafka.client.config.providers` names a provider ([how](operations/configure.md)).
      """;

  private OptionsPage() {}

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    OptionCatalogue.AREAS.forEach(area -> chapter(area, page));
    page.append("\n## Passed on to Kafka clients\n\n");
    page.append("Any property of the Kafka clients, untouched, under the rest of its name.\n\n");
    for (OptionPrefix prefix : OptionCatalogue.PREFIXES) {
      page.append("- `%sNAME`: %s%n".formatted(prefix.prefix(), code(prefix.about())));
    }
    return page.toString();
  }

  private static void chapter(OptionArea area, StringBuilder page) {
    page.append("%n## %s%n%n%s%n".formatted(area.title(), area.about()));
    page.append(
        "\n| option | default | allowed | change | what it does |\n|---|---|---|---|---|\n");
    for (DeclaredOption<?> option : area.options()) {
      page.append(
          "| `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  option.key(),
                  defaultValue(option.option()),
                  option.allowed().words(),
                  option.change().words(),
                  OptionText.of(option.option())));
    }
  }

  private static <T> String defaultValue(ConfigOption<T> option) {
    if (!option.hasDefaultValue()) {
      return "none";
    }
    T value = option.defaultValue();
    if (value instanceof Duration duration) {
      return Durations.words(duration);
    }
    if (value instanceof MemorySize size) {
      return Allowed.words(size);
    }
    Configuration config = new Configuration();
    config.set(option, value);
    return "`" + config.toMap().get(option.key()) + "`";
  }

  private static String code(String text) {
    return text.replaceAll("(vigie\\.[a-z.]+)", "`$1`");
  }
}
