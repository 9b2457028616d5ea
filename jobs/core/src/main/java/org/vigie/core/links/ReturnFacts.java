package org.vigie.core.links;

import java.util.ArrayList;
import java.util.List;
import org.vigie.core.links.KeptReturn.BanOf;
import org.vigie.core.rule.Table;

/** The returns of one account to the targets of one ban. */
final class ReturnFacts extends RowFacts {
  private final List<KeptReturn> returns = new ArrayList<>();

  ReturnFacts(Iterable<KeptReturn> kept, BanOf ban) {
    for (KeptReturn one : kept) {
      if (one.isOfBan(ban)) {
        returns.add(one);
      }
    }
  }

  KeptReturn row(int row) {
    return returns.get(row);
  }

  @Override
  public int rows(Table table) {
    return table == Table.RETURNS ? returns.size() : 0;
  }

  @Override
  public long rowTimeMs(Table table, int row) {
    return returns.get(row).opening().timeMs();
  }

  @Override
  public long column(Table table, int row, int column) {
    return column == 0 ? row : flag(returns.get(row).mutualsKnown()); // one a target
  }
}
