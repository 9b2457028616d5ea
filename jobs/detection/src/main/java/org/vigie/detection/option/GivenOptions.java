package org.vigie.detection.option;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;

/**
 * Options as someone gave them, each with where it stands.
 *
 * @param values values by name, as written
 * @param places where each stands; an option without an entry was given to Flink
 */
public record GivenOptions(Map<String, String> values, Map<String, OptionPlace> places) {
  /** None. */
  public static final GivenOptions NONE = new GivenOptions(Map.of(), Map.of());

  public GivenOptions {
    values = Map.copyOf(values);
    places = Map.copyOf(places);
  }

  /** Those of a Flink configuration, which does not remember where they stood. */
  public static GivenOptions of(Configuration config) {
    return new GivenOptions(config.toMap(), Map.of());
  }

  /** These, and others that win over them. */
  public GivenOptions overriddenBy(GivenOptions others) {
    Map<String, String> allValues = new TreeMap<>(values);
    allValues.putAll(others.values);
    Map<String, OptionPlace> allPlaces = new TreeMap<>(places);
    allPlaces.putAll(others.places);
    return new GivenOptions(allValues, allPlaces);
  }

  /** Where an option stands. */
  public OptionPlace place(String key) {
    return places.getOrDefault(key, OptionPlace.SOMEWHERE);
  }

  /** As Flink takes them. */
  public Configuration toConfiguration() {
    return Configuration.fromMap(values);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return Secrets.masked(values).toString();
  }
}
