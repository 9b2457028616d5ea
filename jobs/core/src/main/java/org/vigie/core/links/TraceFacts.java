package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vigie.core.alert.Via;
import org.vigie.core.rule.Table;

/** The traces at a link, as rows of the table of its kind. */
final class TraceFacts extends RowFacts {
  private final Table table;
  private final List<KeptTrace> traces = new ArrayList<>();

  TraceFacts(Via via, Iterable<KeptTrace> kept) {
    this.table = tableOf(via);
    kept.forEach(traces::add);
  }

  /** The table of traces at a kind of link. */
  static Table tableOf(Via via) {
    return switch (via) {
      case ACCOUNT -> Table.APPROACHES;
      case MEDIA, LINK -> Table.SPREAD;
      case TEXT -> Table.MENU;
      case ROOM -> Table.MEMBERS;
      case DEVICE, PLACE -> throw new IllegalArgumentException(via + " keeps no table of traces");
    };
  }

  KeptTrace trace(int row) {
    return traces.get(row);
  }

  @Override
  public int rows(Table asked) {
    return asked == table ? traces.size() : 0;
  }

  @Override
  public long rowTimeMs(Table asked, int row) {
    return traces.get(row).timeMs();
  }

  @Override
  public long column(Table asked, int row, int column) {
    KeptTrace trace = traces.get(row);
    if (column == 0) {
      return firstWith(trace.account(), KeptTrace::account);
    }
    return switch (table) {
      case APPROACHES -> column == 1 ? trace.ageGap() : flag(trace.isMarked());
      case MEMBERS -> flag(trace.isMarked());
      case SPREAD, MENU ->
          column == 1
              ? firstWith(trace.isRoom() + trace.whom(), one -> one.isRoom() + one.whom())
              : flag(trace.isMarked());
      default -> throw new IndexOutOfBoundsException(column);
    };
  }

  /** A name as a number: the first row that has it. */
  private long firstWith(String name, Function<KeptTrace, String> nameOf) {
    for (int i = 0; i < traces.size(); i++) {
      if (nameOf.apply(traces.get(i)).equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("a name of a row is the name of a row");
  }
}
