package org.vigie.rules.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.rules.diagnostic.Place;

/**
 * Fields and their values, in the order of the file.
 *
 * @param keys where each key stands
 */
public record YamlMap(Place place, Map<String, YamlNode> fields, Map<String, Place> keys)
    implements YamlNode {
  public YamlMap {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    keys = Map.copyOf(keys);
  }

  @Override
  public String kind() {
    return "a map";
  }

  /** A field, if it is there. */
  public Optional<YamlNode> get(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Whether a field is there. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Where a key stands; the map itself if it is not there. */
  public Place keyPlace(String name) {
    return keys.getOrDefault(name, place);
  }

  /** A scalar that the schema made sure of. */
  public YamlScalar scalar(String name) {
    return (YamlScalar) required(name);
  }

  /** The text of a scalar that the schema made sure of. */
  public String text(String name) {
    return scalar(name).text();
  }

  /** The text of a scalar, or something else if it is absent. */
  public String text(String name, String otherwise) {
    return get(name).map(node -> ((YamlScalar) node).text()).orElse(otherwise);
  }

  /** A map that the schema made sure of. */
  public YamlMap map(String name) {
    return (YamlMap) required(name);
  }

  /** The items of a list, none if it is absent. */
  public List<YamlNode> list(String name) {
    return get(name).map(node -> ((YamlList) node).items()).orElse(List.of());
  }

  /** The texts of a list of scalars, none if it is absent. */
  public List<String> texts(String name) {
    return list(name).stream().map(node -> ((YamlScalar) node).text()).toList();
  }

  private YamlNode required(String name) {
    return get(name)
        .orElseThrow(() -> new IllegalStateException("the schema let " + name + " be absent"));
  }
}
