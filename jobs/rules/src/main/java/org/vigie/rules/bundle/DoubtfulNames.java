package org.vigie.rules.bundle;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vigie.rules.yaml.YamlList;
import org.vigie.rules.yaml.YamlMap;
import org.vigie.rules.yaml.YamlNode;
import org.vigie.rules.yaml.YamlScalar;

/**
 * Features and guards that are declared, though wrongly. What refers to them can't be judged until
 * they are mended; everything else is told at once.
 */
final class DoubtfulNames {
  private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_]+");

  private final Set<String> names = new HashSet<>();
  private boolean isAny;

  void add(Collection<String> declared) {
    names.addAll(declared);
  }

  /** Of a file that can't be read nobody knows what it declares. */
  void addAny() {
    isAny = true;
  }

  boolean has(String name) {
    return isAny || names.contains(name);
  }

  /** Whether any of some fields refers to one. */
  boolean areIn(YamlMap map, List<String> fields) {
    return isAny
        || fields.stream().anyMatch(field -> map.get(field).filter(this::areIn).isPresent());
  }

  /** Whether a value, or anything in it, refers to one. */
  boolean areIn(YamlNode node) {
    if (node instanceof YamlMap map) {
      return map.fields().values().stream().anyMatch(this::areIn);
    }
    return node instanceof YamlList list
        ? list.items().stream().anyMatch(this::areIn)
        : NO_NAME.splitAsStream(((YamlScalar) node).text()).anyMatch(this::has);
  }
}
