package org.vigie.rules.bundle;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.core.rule.Condition;
import org.vigie.core.rule.Table;
import org.vigie.core.rule.ValueType;
import org.vigie.rules.cel.Conditions;
import org.vigie.rules.cel.Names;
import org.vigie.rules.diagnostic.Diagnostics;
import org.vigie.rules.yaml.YamlMap;

/** Understands which rows of a table a feature counts, by the table's columns. */
final class RowConditions {
  private final Map<Table, Conditions> columns = new EnumMap<>(Table.class);
  private final Diagnostics diagnostics;

  RowConditions(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** What {@code where} says, or all rows; empty if it is wrong, which is told. */
  Optional<Condition> where(YamlMap map, Table table) {
    return map.has("where")
        ? columns
            .computeIfAbsent(table, RowConditions::of)
            .compile(map.scalar("where"), diagnostics)
        : Optional.of(Condition.ALWAYS);
  }

  private static Conditions of(Table table) {
    Map<String, ValueType> types = new LinkedHashMap<>();
    table.typedColumns().stream()
        .filter(column -> column.type() != ValueType.TOKEN)
        .forEach(column -> types.put(column.name(), column.type()));
    return new Conditions(new Names("columns of " + FeatureReader.word(table), types, Map.of()));
  }
}
