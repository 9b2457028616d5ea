package org.vigie.rules.cel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.rule.ValueType;

/**
 * What a condition may name.
 *
 * @param what what the names are, for people: features, or columns of a table
 * @param values name to type
 * @param params value of each of the rule's own params, as written
 */
public record Names(String what, Map<String, ValueType> values, Map<String, String> params) {
  static final String PARAMS = "params";

  public Names {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** Everything that can be written. */
  List<String> all() {
    List<String> all = new ArrayList<>(values.keySet());
    params.keySet().forEach(name -> all.add(PARAMS + "." + name));
    return all;
  }
}
