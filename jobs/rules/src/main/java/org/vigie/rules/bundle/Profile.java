package org.vigie.rules.bundle;

import java.util.Map;
import org.vigie.core.rule.AgeModel;
import org.vigie.rules.yaml.YamlMap;

/**
 * Parameters of one kind of community.
 *
 * @param params rule id → name → value as written
 * @param written the file
 */
public record Profile(
    String id,
    String about,
    AgeModel ages,
    Map<String, Map<String, String>> params,
    YamlMap written) {
  /** The profile that holds where none is named. */
  public static final String DEFAULT = "open-chat";

  public Profile {
    params = Map.copyOf(params);
  }
}
