package org.vigie.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of the job: {@code --config FILE}, {@code -Dname=value}, {@code --name value} and
 * {@code --name=value}.
 *
 * @param config file of options, if one is named
 * @param options options by name
 * @param help whether help was asked for
 */
record JobArguments(Optional<Path> config, Map<String, String> options, boolean help) {
  static final String USAGE =
      """
      usage: flink run [Flink's options] vigie-job.jar [--config FILE] [--NAME VALUE]...
        --config FILE      options written as Flink's config.yaml
        --NAME VALUE       one option vigie.*; also --NAME=VALUE and -DNAME=VALUE
        --help             this text
      Options are also taken from Flink's own configuration. A named one wins over the file, the file
      over Flink's. docs/options.md lists them all.""";

  JobArguments {
    options = Map.copyOf(options);
  }

  /**
   * Reads them.
   *
   * @throws JobRefusedException naming everything that is no argument
   */
  static JobArguments parse(String... arguments) {
    Parser parser = new Parser(List.of(arguments));
    parser.all();
    if (!parser.problems.isEmpty()) {
      throw new JobRefusedException(parser.problems);
    }
    return new JobArguments(Optional.ofNullable(parser.config), parser.options, parser.help);
  }

  private static final class Parser {
    private final List<String> arguments;
    private final Map<String, String> options = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Path config;
    private boolean help;
    private int at;

    Parser(List<String> arguments) {
      this.arguments = arguments;
    }

    void all() {
      while (at < arguments.size()) {
        one(arguments.get(at++));
      }
    }

    private void one(String argument) {
      if (argument.equals("--help") || argument.equals("-h")) {
        help = true;
      } else if (argument.startsWith("-D") && argument.indexOf('=') > 2) {
        named(argument.substring(2));
      } else if (argument.startsWith("--") && argument.indexOf('=') > 2) {
        named(argument.substring(2));
      } else if (argument.startsWith("--") && argument.length() > 2) {
        following(argument.substring(2));
      } else {
        problems.add("argument " + at + " is none; use --NAME VALUE, --config FILE or --help");
      }
    }

    private void named(String pair) {
      int equals = pair.indexOf('=');
      put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private void following(String name) {
      if (at == arguments.size()) {
        problems.add("--" + name + " lacks its value");
        return;
      }
      put(name, arguments.get(at++));
    }

    private void put(String name, String value) {
      if (name.equals("config")) {
        config = Path.of(value);
      } else if (options.put(name, value) != null) {
        problems.add("--" + name + " is given twice");
      }
    }
  }
}
