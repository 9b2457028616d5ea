package org.vigie.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.vigie.cli.CommandFailedException;
import org.vigie.detection.OptionCatalogue;
import org.vigie.detection.option.ConfigFile;
import org.vigie.detection.option.GivenOptions;
import org.vigie.detection.option.OptionPlace;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.detection.rules.RuleOptions;
import picocli.CommandLine.Option;

/**
 * Options of the job and of Flink, from a file and from the command line. A mixin of every command
 * that runs or judges as the job does.
 */
public final class JobOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Options of the job and of Flink, written as Flink's config.yaml.")
  private @Nullable Path file;

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      description = "One option; wins over --config. docs/options.md lists those of Vigie.")
  private Map<String, String> single = new LinkedHashMap<>();

  /**
   * The options, all of them looked at.
   *
   * @throws CommandFailedException naming everything that is unknown or not allowed
   */
  public Configuration configuration() {
    return given().toConfiguration();
  }

  /** As {@link #configuration()}, each with where it stands. */
  public GivenOptions given() {
    try {
      GivenOptions ofFile = file == null ? GivenOptions.NONE : ConfigFile.read(file);
      GivenOptions given = ofFile.overriddenBy(ofCommandLine());
      OptionCatalogue.require(given);
      RuleOptions.rules(given.toConfiguration()); // named rules are wrong before anything starts
      return given;
    } catch (IOException e) {
      throw CommandFailedException.usage(
          "--config " + file + " can't be read", "name a file written as Flink's config.yaml");
    } catch (OptionsRefusedException e) {
      throw CommandFailedException.refused(e.diagnostics());
    }
  }

  private GivenOptions ofCommandLine() {
    Map<String, OptionPlace> places = new TreeMap<>();
    single.forEach((name, value) -> places.put(name, OptionPlace.typed("-D", name, "=", value)));
    return new GivenOptions(single, places);
  }
}
