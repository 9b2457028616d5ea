package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.core.rule.Table;

/** What came of the meetings of some accounts. */
final class AftermathFacts extends RowFacts {
  private static final int REACTED = 2;
  private static final int PUBLIC = 3;

  private final List<KeptAftermath> aftermaths = new ArrayList<>();

  /** Those at a link, of whichever account. */
  AftermathFacts(Iterable<KeptAftermath> kept) {
    kept.forEach(aftermaths::add);
  }

  /** Those of a cluster. */
  AftermathFacts(Iterable<KeptAftermath> kept, Set<String> cluster) {
    for (KeptAftermath one : kept) {
      if (cluster.contains(one.account())) {
        aftermaths.add(one);
      }
    }
  }

  KeptAftermath row(int row) {
    return aftermaths.get(row);
  }

  /** Whose meetings they were. */
  Set<String> accounts() {
    Set<String> accounts = new TreeSet<>();
    aftermaths.forEach(one -> accounts.add(one.account()));
    return accounts;
  }

  @Override
  public int rows(Table table) {
    return table == Table.AFTERMATHS ? aftermaths.size() : 0;
  }

  @Override
  public long rowTimeMs(Table table, int row) {
    return aftermaths.get(row).timeMs();
  }

  @Override
  public long column(Table table, int row, int column) {
    if (column == REACTED || column == PUBLIC) {
      KeptAftermath one = aftermaths.get(row);
      return flag(column == REACTED ? one.reacted() : one.isPublic());
    }
    String name = name(row, column);
    for (int i = 0; i < row; i++) {
      if (name(i, column).equals(name)) {
        return i;
      }
    }
    return row;
  }

  private String name(int row, int column) {
    KeptAftermath one = aftermaths.get(row);
    return column == 0 ? one.account() : one.whom();
  }
}
