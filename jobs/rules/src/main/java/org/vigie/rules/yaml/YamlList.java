package org.vigie.rules.yaml;

import java.util.List;
import org.vigie.rules.diagnostic.Place;

/** A list. */
public record YamlList(Place place, List<YamlNode> items) implements YamlNode {
  public YamlList {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "a list";
  }
}
