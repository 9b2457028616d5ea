package org.vigie.detection.rules;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.vigie.detection.option.Allowed;
import org.vigie.detection.option.Change;
import org.vigie.detection.option.DeclaredOption;
import org.vigie.detection.option.OptionArea;
import org.vigie.detection.option.OptionsRefusedException;
import org.vigie.rules.bundle.Profile;
import org.vigie.rules.bundle.RuleFiles;
import org.vigie.rules.bundle.ShippedRules;
import org.vigie.rules.diagnostic.Diagnostics;

/** Options that say which rules judge. */
public final class RuleOptions {
  /** Rules of one's own. */
  public static final ConfigOption<String> PATH =
      key("vigie.rules.path")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "Folder or file of the rules that judge, such as config, instead of those that ship;"
                  + " read and checked once, where the job is submitted (the JobManager in"
                  + " application mode). What it declares no features or profiles for is taken from"
                  + " what ships. vigie rules test PATH tries it first.");

  /** Parameters of a kind of community. */
  public static final ConfigOption<String> PROFILE =
      key("vigie.rules.profile")
          .stringType()
          .defaultValue(Profile.DEFAULT)
          .withDescription(
              "Kind of community whose parameters the rules take: share of minors, error rates,"
                  + " bars. A file of config/profiles or of your own profiles/. Where communities"
                  + " are of several kinds: `open-chat; harbour friends-based; lantern dating`, the"
                  + " name alone for those that are not named.");

  /** All of them. */
  public static final OptionArea AREA =
      new OptionArea(
          "Rules",
          "Which rules judge, and with the parameters of which kind of community"
              + " (config/README.md).",
          List.of(
              new DeclaredOption<>(PATH, Allowed.texts("a path", ".+"), Change.MEANING),
              new DeclaredOption<>(
                  PROFILE,
                  new Allowed<>(ProfileChoice.FORM, RuleOptions::isReadable),
                  Change.MEANING)));

  private RuleOptions() {}

  /**
   * The rules that options name.
   *
   * @throws OptionsRefusedException if they do not pass the check, with everything that is wrong
   */
  public static KnownRules rules(ReadableConfig config) {
    ProfileChoice profiles = ProfileChoice.parse(config.get(PROFILE));
    boolean isShipped = config.getOptional(PATH).isEmpty();
    if (isShipped && profiles.equals(ProfileChoice.DEFAULT)) {
      return () -> List.of(ShippedRules.ruleSet());
    }
    Diagnostics diagnostics = new Diagnostics();
    RuleFiles files = isShipped ? RuleFiles.shipped() : own(config.get(PATH), diagnostics);
    return FileRules.checked(files, profiles, diagnostics)
        .orElseThrow(() -> new OptionsRefusedException(diagnostics.all()));
  }

  private static boolean isReadable(String written) {
    try {
      ProfileChoice.parse(written);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static RuleFiles own(String path, Diagnostics diagnostics) {
    RuleFiles own = RuleFiles.of(Path.of(path), diagnostics);
    return own.isEmpty() ? own : own.completed();
  }
}
