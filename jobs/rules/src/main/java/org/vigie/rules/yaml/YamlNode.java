package org.vigie.rules.yaml;

import org.vigie.rules.diagnostic.Place;

/** A value of a file, and where it stands. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar {
  /** Where it begins. */
  Place place();

  /** What it is, for people. */
  String kind();
}
